import { NativeSelect, Radio, SimpleGrid, Stack, TextInput, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import { whatWasScanned } from '../../api/scans.js';
import { useScan } from '../../scan/scans.js';
import { MainButton } from '../../ui/main-button.js';
import { Page } from '../../ui/page.js';
import { BundleCard } from './bundle-card.js';
import { bundleOf, choiceOf, KINDS, type Choice, type Kind, type NewBundle } from './choice.js';
import { EarlierBundles } from './earlier-bundles.js';
import { containerIdOf } from './queries.js';
import { SubjectField } from './subject-field.js';
import { useInspectionWords } from './words.js';

/** A compliance officer, or an inspector, makes a bundle: what it is about, what may be seen, and the file. */
export function InspectionPage() {
  const say = useInspectionWords();
  const { siteId } = useSite();
  const [bundleId, setBundleId] = useState<string>();
  const act = useAct<NewBundle, { bundleId: string }>({
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/inspection-bundles', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: (made) => setBundleId(made.bundleId),
  });
  return (
    <Page title={say('title')} lead={say('lead')}>
      {bundleId !== undefined && <BundleCard key={bundleId} bundleId={bundleId} />}
      <ChoiceForm act={act} />
      <EarlierBundles />
    </Page>
  );
}

type MakeBundle = ReturnType<typeof useAct<NewBundle, { bundleId: string }>>;

function ChoiceForm({ act }: { act: MakeBundle }) {
  const say = useInspectionWords();
  const { siteId, timeZone } = useSite();
  const [choice, setChoice] = useState<Choice>(() => choiceOf(new URLSearchParams(window.location.search)));
  const [wrong, setWrong] = useState<string>();
  const patch = (some: Partial<Choice>) => {
    setChoice((before) => ({ ...before, ...some }));
    setWrong(undefined);
  };
  useScan(
    (text) =>
      void whatWasScanned(siteId, text).then(
        ({ container }) => container && patch({ kind: 'container', subject: container.label }),
      ),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const subject = choice.subject.trim();
    const isLabel = choice.kind === 'container' && subject !== '';
    const subjectId = isLabel ? await containerIdOf(siteId, subject) : subject;
    const body = bundleOf(choice, subjectId, timeZone);
    if (body) return void act.send(body);
    setWrong(isLabel ? say('containerUnknown') : say('nothingChosen'));
  };
  const of = (field: string) => fieldWords(act.problem, field);
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={say('kind')}
            value={choice.kind}
            data={KINDS.map((kind) => ({ value: kind, label: say(`kind_${kind}`) }))}
            onChange={(event) => patch({ kind: event.currentTarget.value as Kind, subject: '' })}
          />
          {choice.kind === 'record' ? (
            <TextInput
              label={say('record')}
              inputMode="numeric"
              value={choice.seq}
              onChange={(event) => patch({ seq: event.currentTarget.value })}
              error={wrong ?? of('seq')}
            />
          ) : (
            <SubjectField
              kind={choice.kind}
              value={choice.subject}
              onChange={(subject) => patch({ subject })}
              error={wrong ?? of('subjectId')}
            />
          )}
        </SimpleGrid>
        {choice.kind !== 'record' && (
          <PeriodFields
            choice={choice}
            patch={patch}
            error={choice.kind === 'period' ? (wrong ?? of('from')) : of('from')}
          />
        )}
        <ShownChoice choice={choice} patch={patch} />
        <Textarea
          label={say('purpose')}
          description={say('purposeHint')}
          value={choice.purpose}
          onChange={(event) => patch({ purpose: event.currentTarget.value })}
          maxLength={500}
        />
        <ActNotes act={act} />
        <MainButton type="submit" loading={act.sending} style={{ alignSelf: 'flex-start' }}>
          {say('make')}
        </MainButton>
      </Stack>
    </form>
  );
}

interface PartOf {
  readonly choice: Choice;
  readonly patch: (some: Partial<Choice>) => void;
}

function PeriodFields({ choice, patch, error }: PartOf & { error: string | undefined }) {
  const say = useInspectionWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        type="date"
        label={say('from')}
        description={say('fromHint')}
        value={choice.fromDay}
        onChange={(event) => patch({ fromDay: event.currentTarget.value })}
        error={error}
      />
      <TextInput
        type="date"
        label={say('to')}
        description={say('toHint')}
        value={choice.toDay}
        onChange={(event) => patch({ toDay: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}

function ShownChoice({ choice, patch }: PartOf) {
  const say = useInspectionWords();
  const may = useMay();
  return (
    <Radio.Group
      label={say('shown')}
      value={choice.shown}
      onChange={(shown) => patch({ shown: shown as Choice['shown'] })}
    >
      <Stack gap="sm" mt="xs">
        <Radio value="amounts" label={say('amounts')} description={say('amountsHint')} />
        <Radio
          value="everything"
          label={say('everything')}
          description={say('everythingHint')}
          disabled={!may('patient:read')}
        />
      </Stack>
    </Radio.Group>
  );
}
