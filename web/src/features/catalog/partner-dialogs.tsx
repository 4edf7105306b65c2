import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { ActText } from '../../acts/act-text.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import type { Prescriber, Supplier } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { InUseSwitch } from '../../ui/in-use.js';
import { useUiWords } from '../../ui/words.js';
import { emptied } from './emptied.js';
import { useCatalogWords } from './words.js';

/** A new supplier, or one that is corrected: its registration then stays as it is. */
export function SupplierDialog({ supplier, onClose }: { supplier?: Supplier; onClose: () => void }) {
  const say = useCatalogWords();
  const sayUi = useUiWords();
  const { siteId } = useSite();
  const [name, setName] = useState(supplier?.name ?? '');
  const [deaNumber, setDeaNumber] = useState('');
  const [address, setAddress] = useState(supplier?.address ?? '');
  const [active, setActive] = useState(supplier?.active ?? true);
  const saving = useAct({
    post: async (body: components['schemas']['SupplierChangeDto'], key): Promise<unknown> => {
      const header = { 'Idempotency-Key': key };
      if (supplier) {
        const { supplierId } = supplier;
        const params = { path: { siteId, supplierId }, header };
        return answer(api.POST('/api/v1/sites/{siteId}/suppliers/{supplierId}/changes', { params, body }));
      }
      const params = { path: { siteId }, header };
      return answer(api.POST('/api/v1/sites/{siteId}/suppliers', { params, body: { name, deaNumber, address } }));
    },
    done: onClose,
  });
  const change = {
    ...(name === supplier?.name ? {} : { name }),
    ...(address === supplier?.address ? {} : { address }),
    ...(active === (supplier?.active ?? true) ? {} : { active }),
  };
  const filled = name.trim() !== '' && address.trim() !== '' && (supplier !== undefined || deaNumber.trim() !== '');
  return (
    <ActDialog
      title={supplier ? say('editTitle', { what: supplier.name }) : say('addSupplier')}
      button={supplier ? sayUi('save') : say('add')}
      act={saving}
      ready={filled && Object.keys(change).length > 0}
      onSubmit={() => void saving.send(change)}
      onClose={onClose}
    >
      <ActText
        act={saving}
        name="name"
        label={say('supplierName')}
        value={name}
        onChange={setName}
        data-autofocus
        required
      />
      <ActText
        act={saving}
        name="deaNumber"
        label={say('deaNumber')}
        value={supplier?.deaNumber ?? deaNumber}
        onChange={setDeaNumber}
        readOnly={supplier !== undefined}
        required
      />
      <ActText act={saving} name="address" label={say('address')} value={address} onChange={setAddress} required />
      {supplier && <InUseSwitch active={active} onChange={setActive} error={fieldWords(saving.problem, 'active')} />}
    </ActDialog>
  );
}

/** Somebody who orders doses: new, or corrected. */
export function PrescriberDialog({ prescriber, onClose }: { prescriber?: Prescriber; onClose: () => void }) {
  const say = useCatalogWords();
  const sayUi = useUiWords();
  const { siteId } = useSite();
  const [name, setName] = useState(prescriber?.name ?? '');
  const [deaNumber, setDeaNumber] = useState(prescriber?.deaNumber ?? '');
  const [npi, setNpi] = useState(prescriber?.npi ?? '');
  const [active, setActive] = useState(prescriber?.active ?? true);
  const saving = useAct({
    post: async (body: components['schemas']['PrescriberChangeDto'], key): Promise<unknown> => {
      const header = { 'Idempotency-Key': key };
      if (prescriber) {
        const { prescriberId } = prescriber;
        const params = { path: { siteId, prescriberId }, header };
        return answer(api.POST('/api/v1/sites/{siteId}/prescribers/{prescriberId}/changes', { params, body }));
      }
      const { active: _, ...added } = body;
      const params = { path: { siteId }, header };
      return answer(api.POST('/api/v1/sites/{siteId}/prescribers', { params, body: { ...added, name } }));
    },
    done: onClose,
  });
  const change = {
    ...(name === prescriber?.name ? {} : { name }),
    ...(deaNumber === (prescriber?.deaNumber ?? '') || deaNumber === '' ? {} : { deaNumber }),
    ...(npi === (prescriber?.npi ?? '') || npi === '' ? {} : { npi }),
    ...(active === (prescriber?.active ?? true) ? {} : { active }),
    ...emptied({ deaNumber: [prescriber?.deaNumber, deaNumber.trim()], npi: [prescriber?.npi, npi.trim()] }),
  };
  return (
    <ActDialog
      title={prescriber ? say('editTitle', { what: prescriber.name }) : say('addPrescriber')}
      button={prescriber ? sayUi('save') : say('add')}
      act={saving}
      ready={name.trim() !== '' && Object.keys(change).length > 0}
      onSubmit={() => void saving.send(change)}
      onClose={onClose}
    >
      <ActText
        act={saving}
        name="name"
        label={say('prescriberName')}
        value={name}
        onChange={setName}
        data-autofocus
        required
      />
      <ActText act={saving} name="deaNumber" label={say('deaNumber')} value={deaNumber} onChange={setDeaNumber} />
      <ActText act={saving} name="npi" label={say('npi')} value={npi} onChange={setNpi} inputMode="numeric" />
      {prescriber && <InUseSwitch active={active} onChange={setActive} error={fieldWords(saving.problem, 'active')} />}
    </ActDialog>
  );
}
