import { Checkbox, NumberInput, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { AmountInput } from '../../ui/amount-input.js';
import { MainButton } from '../../ui/main-button.js';
import { useSitesWords } from './words.js';

type Policy = components['schemas']['SitePolicyDto'];

const SECOND = ['receipt', 'move', 'count', 'return', 'correction'] as const;
const A_DAY_MINUTES = 1440;

/** The rules as a form; only those that were changed are sent. */
export function PolicyForm({ policy }: { policy: Policy }) {
  const say = useSitesWords();
  const { siteId } = useSite();
  const [wanted, setWanted] = useState(policy);
  const set = <K extends keyof Policy>(rule: K, value: Policy[K]) =>
    setWanted((before) => ({ ...before, [rule]: value }));
  const changed = changesOf(policy, wanted);
  const saving = useAct({
    post: (body: components['schemas']['PolicyChangeDto'], key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/policy', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const wrong = (rule: keyof Policy) => fieldWords(saving.problem, `policy.${rule}`);
  const minutes = (rule: 'lateAfterMinutes' | 'observationMinutes') => (
    <NumberInput
      label={say(rule)}
      description={say(`${rule}Hint`)}
      value={wanted[rule]}
      onChange={(value) => typeof value === 'number' && set(rule, value)}
      min={0}
      max={A_DAY_MINUTES}
      allowDecimal={false}
      suffix={` ${say('minutes')}`}
      error={wrong(rule)}
      maw="22rem"
    />
  );
  const flag = (rule: 'performerMayWitness' | 'requireSecondFactor' | 'requireDeviceBoundKeys') => (
    <Switch
      size="lg"
      label={say(rule)}
      description={say(`${rule}Hint`)}
      checked={wanted[rule]}
      onChange={({ currentTarget }) => set(rule, currentTarget.checked)}
      error={wrong(rule)}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) void saving.send({ policy: changed });
      }}
    >
      <Stack gap="xl">
        <Text>{say('policyLead')}</Text>
        <Title order={2} size="h3">
          {say('rules')}
        </Title>
        <Witnesses rule="wasteWitnesses" value={wanted.wasteWitnesses} onChange={(n) => set('wasteWitnesses', n)} />
        {flag('performerMayWitness')}
        <Witnesses
          rule="closeOutWitnesses"
          value={wanted.closeOutWitnesses}
          onChange={(n) => set('closeOutWitnesses', n)}
        />
        <Checkbox.Group
          label={say('secondPersonFor')}
          value={SECOND.filter((act) => wanted.secondPersonFor[act])}
          onChange={(acts) => set('secondPersonFor', secondOf(acts))}
        >
          <Stack gap="sm" mt="xs">
            {SECOND.map((act) => (
              <Checkbox key={act} value={act} label={say(`second_${act}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {minutes('lateAfterMinutes')}
        {minutes('observationMinutes')}
        <AmountInput
          unit="%"
          label={say('shortageTolerancePercent')}
          description={say('shortageTolerancePercentHint')}
          value={wanted.shortageTolerancePercent}
          onChange={(percent) => set('shortageTolerancePercent', percent)}
          error={wrong('shortageTolerancePercent')}
          maw="22rem"
        />
        {flag('requireSecondFactor')}
        {flag('requireDeviceBoundKeys')}
        <ActNotes act={saving} />
        <MainButton type="submit" loading={saving.sending} disabled={!changed} maw="22rem">
          {say('save')}
        </MainButton>
        {!changed && <Text c="dimmed">{say('unchanged')}</Text>}
      </Stack>
    </form>
  );
}

function Witnesses({
  rule,
  value,
  onChange,
}: {
  rule: 'wasteWitnesses' | 'closeOutWitnesses';
  value: number;
  onChange: (count: number) => void;
}) {
  const say = useSitesWords();
  return (
    <Stack gap={4} maw="22rem">
      <Text fw={500}>{say(rule)}</Text>
      <Text size="sm" c="dimmed">
        {say(`${rule}Hint`)}
      </Text>
      <SegmentedControl
        aria-label={say(rule)}
        data={[
          { value: '1', label: say('one') },
          { value: '2', label: say('two') },
        ]}
        value={String(value)}
        onChange={(count) => onChange(Number(count))}
      />
    </Stack>
  );
}

function secondOf(acts: readonly string[]): Policy['secondPersonFor'] {
  const [receipt, move, count, back, correction] = SECOND.map((act) => acts.includes(act)) as boolean[];
  return {
    receipt: receipt === true,
    move: move === true,
    count: count === true,
    return: back === true,
    correction: correction === true,
  };
}

/** The rules that differ, or undefined where none does. */
function changesOf(before: Policy, wanted: Policy): Record<string, unknown> | undefined {
  const changed = Object.entries(wanted).filter(
    ([rule, value]) => JSON.stringify(value) !== JSON.stringify(before[rule as keyof Policy]),
  );
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
