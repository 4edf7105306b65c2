import { Alert, Button, Group, Paper, Progress, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { CircleCheck, EyeOff, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { useAsksSecondPerson } from '../../acts/policy.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSignTogether } from '../../acts/signing.js';
import { useActs } from '../../acts/use-acts.js';
import { useLocations } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { MainButton } from '../../ui/main-button.js';
import { LineLostNote, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { CountSummary } from './count-summary.js';
import { countOf, isEntered, linesOf, NOTHING_YET, type CountBody } from './sheet.js';
import { SheetLines } from './sheet-lines.js';
import { useSheetScans } from './use-sheet-scans.js';
import { useCountsWords } from './words.js';

/** A place is counted by two people, blind: what there is to count stands here, and nothing of how much. */
export function NewCountPage() {
  const say = useCountsWords();
  const { siteId } = useSite();
  const { locations, inUse, byId } = useLocations(siteId);
  const asksSecond = useAsksSecondPerson('count');
  const draft = useDraft(`count:${siteId}`, NOTHING_YET);
  const { locationId, entered, keys, found } = draft.value;
  const sheet = useQuery({
    queryKey: ['count-sheet', siteId, locationId],
    enabled: locationId !== null,
    // The sheet stays as it was begun: nothing moves under the cursor.
    staleTime: Infinity,
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/counts/sheet', {
          params: { path: { siteId }, query: { locationId: locationId ?? '' } },
        }),
      ),
  });
  const lines = sheet.data ? linesOf(sheet.data) : [];
  const said = useSheetScans(draft, lines, locations);
  const [toSign, setToSign] = useState<ToSignTogether>();
  const acts = useActs<CountBody, components['schemas']['CountedDto'] & { seq: number }>({
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/counts', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: (key, { seq, withinTolerance: agrees, varianceContainers, varianceMg }) =>
      draft.set((now) => {
        const line = Object.keys(now.keys).find((id) => now.keys[id] === key);
        if (line === undefined) return now;
        const one = { seq, agrees, varianceMg, ...(varianceContainers === undefined ? {} : { varianceContainers }) };
        return { ...now, found: { ...now.found, [line]: one } };
      }),
  });
  const { location: wanted } = useSearch({ strict: false }) as { location?: string };
  useEffect(() => {
    if (wanted !== undefined && locationId === null) draft.patch({ locationId: wanted });
  }, [wanted, locationId, draft]);

  const place = (locationId !== null && byId.get(locationId)?.name) || '';
  const ready = lines.filter((line) => found[line.id] === undefined && isEntered(line, entered[line.id]));
  const left = lines.filter((line) => found[line.id] === undefined && !isEntered(line, entered[line.id]));
  const results = Object.values(found);
  const isDone = lines.length > 0 && results.length > 0 && ready.length === 0 && !acts.sending;
  /** `anew`: every line is another act, also where it was not refused. */
  const begin = (anew = false) => {
    if (locationId === null) return;
    const newKeys = Object.fromEntries(
      ready.map(({ id }) => {
        const kept = keys[id];
        return [id, kept === undefined || anew || acts.problems.has(kept) ? uuidv7() : kept];
      }),
    );
    draft.patch({ keys: { ...keys, ...newKeys } });
    acts.clearProblems();
    const together = ready.map((line) => ({
      key: newKeys[line.id] as string,
      body: countOf(line, entered[line.id] ?? '', locationId) as CountBody & Record<string, unknown>,
    }));
    if (asksSecond) setToSign({ act: 'counts', together });
    else void acts.send(together);
  };

  if (locationId === null)
    return (
      <Page title={say('newCount')}>
        <Select
          size="lg"
          label={say('choosePlace')}
          description={say('choosePlaceHint')}
          data={inUse.map((one) => ({ value: one.locationId, label: `${one.name} (${one.code})` }))}
          value={locationId}
          onChange={(chosen) => draft.patch({ locationId: chosen })}
          searchable
          selectFirstOptionOnChange
        />
        {said && <ScanSaid said={said} />}
      </Page>
    );
  return (
    <Page
      title={`${say('newCount')}: ${place}`}
      lead={
        <Group gap={6} wrap="nowrap">
          <EyeOff size={18} aria-hidden />
          {say('blind')}
        </Group>
      }
      actions={
        !isDone && (
          <Button variant="subtle" onClick={() => confirm(say('startOverSure')) && draft.clear()}>
            {say('startOver')}
          </Button>
        )
      }
    >
      {sheet.isError && <ReadFailed onRetry={() => void sheet.refetch()} />}
      {sheet.isPending && <Waiting />}
      {isDone && (
        <Done place={place} differing={results.filter(({ agrees }) => !agrees).length} onAnother={draft.clear} />
      )}
      {said && !isDone && <ScanSaid said={said} />}
      <SheetLines
        lines={lines}
        draft={draft.value}
        goto={said?.goto}
        done={isDone}
        problems={acts.problems}
        onEnter={(id, text) => draft.set((now) => ({ ...now, entered: { ...now.entered, [id]: text } }))}
      />
      {acts.waiting && <LineLostNote onAgain={acts.again} busy={acts.sending} />}
      {acts.sending && (
        <div role="status">
          <Text>{say('recording', { done: acts.answered, count: acts.answered + ready.length })}</Text>
          <Progress
            value={(acts.answered / Math.max(1, acts.answered + ready.length)) * 100}
            aria-label={say('counts')}
          />
        </div>
      )}
      {!isDone && lines.length > 0 && (
        <Group justify="space-between">
          <Group>
            {left.length > 0 && <Text c="dimmed">{say('left', { count: left.length })}</Text>}
            {left.some(({ is }) => is === 'sealed') && (
              <Button
                variant="default"
                onClick={() =>
                  draft.set((now) => ({
                    ...now,
                    entered: {
                      ...now.entered,
                      ...Object.fromEntries(left.filter(({ is }) => is === 'sealed').map(({ id }) => [id, '0'])),
                    },
                  }))
                }
              >
                {say('noneOfOthers')}
              </Button>
            )}
          </Group>
          <MainButton id="count-sign" onClick={() => begin()} disabled={ready.length === 0 || acts.sending}>
            {say(asksSecond ? 'sign' : 'record', { count: ready.length })}
          </MainButton>
        </Group>
      )}
      <SigningDialog
        toSign={toSign}
        meaning="checked"
        summary={<CountSummary place={place} lines={ready} entered={entered} />}
        onAnew={() => begin(true)}
        onClose={() => setToSign(undefined)}
        onSigned={(tokens) => {
          const signed = toSign?.together.map(({ key, body }, nth) => ({
            key,
            body: { ...(body as CountBody), signatures: [tokens[nth] as string] },
          }));
          setToSign(undefined);
          void acts.send(signed ?? []);
        }}
      />
    </Page>
  );
}

function ScanSaid({ said }: { said: { good: boolean; text: string } }) {
  const Icon = said.good ? CircleCheck : TriangleAlert;
  const is = said.good ? 'balanced' : 'missing';
  return (
    <Paper role="status" p="md" style={{ background: `var(--meaning-${is}-ground)` }}>
      <Group wrap="nowrap">
        <Icon size={26} color={`var(--meaning-${is})`} aria-hidden style={{ flex: 'none' }} />
        <Text fw={700}>{said.text}</Text>
      </Group>
    </Paper>
  );
}

function Done({ place, differing, onAnother }: { place: string; differing: number; onAnother: () => void }) {
  const say = useCountsWords();
  const good = differing === 0;
  return (
    <Alert
      role="status"
      color={good ? 'green' : 'red'}
      variant="light"
      icon={good ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        <Text fw={700} size="lg">
          {good ? say('doneAgrees', { place }) : say('doneDiffers', { place, count: differing })}
        </Text>
        {!good && <Text>{say('doneDiffersHint')}</Text>}
        <Button variant="default" onClick={onAnother}>
          {say('another')}
        </Button>
      </Stack>
    </Alert>
  );
}
