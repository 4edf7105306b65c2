import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { useScan } from '../../scan/scans.js';
import { AmountInput } from '../../ui/amount-input.js';
import { gtinOf } from './gtin.js';
import { useCatalogWords } from './words.js';
import { UseDays } from './use-days.js';

type NewProduct = components['schemas']['NewProductDto'];

const FORMS = ['injection', 'nasal_device', 'solid'] as const;
const DOSINGS = ['multi_dose', 'single_dose'] as const;
const SCHEDULES = ['CI', 'CII', 'CIII', 'CIV', 'CV'] as const;

/** What is typed, all of it text; only what belongs to the form is sent. */
const EMPTY = {
  code: '',
  name: '',
  ndc: '',
  gtin: '',
  form: 'injection' as NewProduct['form'],
  dosing: 'multi_dose' as NewProduct['dosing'],
  strengthMgPerMl: '',
  containerVolumeMl: '',
  devicesPerContainer: '' as number | '',
  deviceAmountMg: '',
  beyondUseDays: '' as number | '',
  deaCode: '7285',
  schedule: 'CIII',
};

export function AddProduct({ gtin, onClose }: { gtin?: string; onClose: () => void }) {
  const say = useCatalogWords();
  const { siteId } = useSite();
  const [given, setGiven] = useState({ ...EMPTY, gtin: gtin ?? '' });
  const set = (change: Partial<typeof EMPTY>) => setGiven((before) => ({ ...before, ...change }));
  const adding = useAct({
    post: (body: NewProduct, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/products', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: onClose,
  });
  useScan((scan) => {
    const read = gtinOf(scan);
    if (read === undefined) return false;
    set({ gtin: read });
    return undefined;
  }, 'dialog');
  const text = (name: 'code' | 'name' | 'ndc' | 'gtin' | 'deaCode') => ({
    label: say(name),
    value: given[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => set({ [name]: value }),
    error: fieldWords(adding.problem, name),
  });
  const wrong = (name: string) => fieldWords(adding.problem, name);
  return (
    <ActDialog
      title={say('addProduct')}
      lead={say('addProductLead')}
      button={say('add')}
      act={adding}
      ready={given.code !== '' && given.name !== '' && given.ndc !== ''}
      onSubmit={() => void adding.send(bodyOf(given))}
      onClose={onClose}
    >
      <TextInput {...text('code')} description={say('codeHint')} data-autofocus required />
      <TextInput {...text('name')} required />
      <Group grow align="flex-start">
        <TextInput {...text('ndc')} required />
        <TextInput {...text('gtin')} description={say('gtinHint')} inputMode="numeric" />
      </Group>
      <Group grow align="flex-start">
        <NativeSelect
          label={say('form')}
          data={FORMS.map((form) => ({ value: form, label: say(`form_${form}`) }))}
          value={given.form}
          onChange={({ currentTarget }) => set({ form: currentTarget.value as NewProduct['form'] })}
        />
        <NativeSelect
          label={say('dosing')}
          data={DOSINGS.map((dosing) => ({ value: dosing, label: say(`dosing_${dosing}`) }))}
          value={given.dosing}
          onChange={({ currentTarget }) => set({ dosing: currentTarget.value as NewProduct['dosing'] })}
        />
      </Group>
      {given.form === 'injection' ? (
        <Group grow align="flex-start">
          <AmountInput
            unit="mg/mL"
            label={say('strength')}
            value={given.strengthMgPerMl}
            onChange={(strengthMgPerMl) => set({ strengthMgPerMl })}
            error={wrong('strengthMgPerMl')}
            required
          />
          <AmountInput
            unit="mL"
            label={say('volume')}
            value={given.containerVolumeMl}
            onChange={(containerVolumeMl) => set({ containerVolumeMl })}
            error={wrong('containerVolumeMl')}
            required
          />
        </Group>
      ) : (
        <Group grow align="flex-start">
          <NumberInput
            label={say('devices')}
            value={given.devicesPerContainer}
            onChange={(value) => set({ devicesPerContainer: typeof value === 'number' ? value : '' })}
            min={1}
            allowDecimal={false}
            error={wrong('devicesPerContainer')}
            required
          />
          <AmountInput
            unit="mg"
            label={say('deviceAmount')}
            value={given.deviceAmountMg}
            onChange={(deviceAmountMg) => set({ deviceAmountMg })}
            error={wrong('deviceAmountMg')}
            required
          />
        </Group>
      )}
      <UseDays
        value={given.beyondUseDays}
        onChange={(beyondUseDays) => set({ beyondUseDays })}
        error={wrong('beyondUseDays')}
      />
      <Group grow align="flex-start">
        <TextInput {...text('deaCode')} description={say('deaCodeHint')} inputMode="numeric" maxLength={4} />
        <NativeSelect
          label={say('schedule')}
          data={[...SCHEDULES]}
          value={given.schedule}
          onChange={({ currentTarget }) => set({ schedule: currentTarget.value })}
        />
      </Group>
    </ActDialog>
  );
}

function bodyOf(given: typeof EMPTY): NewProduct {
  const { code, name, ndc, gtin, form, dosing, beyondUseDays, deaCode, schedule } = given;
  const measured =
    form === 'injection'
      ? { strengthMgPerMl: given.strengthMgPerMl, containerVolumeMl: given.containerVolumeMl }
      : {
          ...(given.devicesPerContainer === '' ? {} : { devicesPerContainer: given.devicesPerContainer }),
          deviceAmountMg: given.deviceAmountMg,
        };
  return {
    code: code.trim(),
    name: name.trim(),
    ndc: ndc.trim(),
    ...(gtin.trim() === '' ? {} : { gtin: gtin.trim() }),
    form,
    dosing,
    ...measured,
    ...(beyondUseDays === '' ? {} : { beyondUseDays }),
    deaCode,
    schedule: schedule as NewProduct['schedule'],
  };
}
