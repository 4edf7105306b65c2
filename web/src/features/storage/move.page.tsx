import { ActionIcon, Button, Group, Paper, Progress, Select, Stack, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { CircleCheck, ScanLine, TriangleAlert, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { fieldWords, refusalWords } from '../../acts/refusal-words.js';
import { useAsksSecondPerson } from '../../acts/policy.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSignTogether } from '../../acts/signing.js';
import { useActs } from '../../acts/use-acts.js';
import { useLocations } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { scanned } from '../../scan/scans.js';
import { MainButton } from '../../ui/main-button.js';
import { LineLostNote, RefusalNote } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useStorageWords } from './words.js';
import { TypedLabel } from './typed-label.js';
import { useMoveScans, type Going, type MoveDraft } from './use-move-scans.js';

const NOTHING_YET: MoveDraft = { toLocationId: null, going: [], moved: 0 };

type MoveBody = components['schemas']['MoveDto'];

/** Sealed containers go to another room: scan each, scan the room's label, and a second person signs all moves at once. */
export function MovePage() {
  const say = useStorageWords();
  const { siteId } = useSite();
  const { inUse, byId } = useLocations(siteId);
  const asksSecond = useAsksSecondPerson('move');
  const draft = useDraft(`move:${siteId}`, NOTHING_YET);
  const { toLocationId, going, moved } = draft.value;
  const [toSign, setToSign] = useState<ToSignTogether>();
  const said = useMoveScans(draft);
  const acts = useActs<MoveBody, unknown>({
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/moves', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: (key) =>
      draft.set((now) => ({ ...now, going: now.going.filter((one) => one.key !== key), moved: now.moved + 1 })),
  });
  const { container: wanted } = useSearch({ strict: false }) as { container?: string };
  const takeWanted = useEffectEvent((label: string) => scanned(label));
  useEffect(() => {
    if (wanted !== undefined) takeWanted(wanted);
  }, [wanted]);

  const place = (locationId: string | null) => (locationId && byId.get(locationId)?.name) ?? '';
  const isThere = ({ fromLocationId }: Going) => fromLocationId === toLocationId;
  const ready = toLocationId !== null && going.length > 0 && !going.some(isThere) && !acts.sending;
  /** `anew`: every move is another act, also where it was not refused. */
  const begin = (anew = false) => {
    const all = going.map((one) => (anew || acts.problems.has(one.key) ? { ...one, key: uuidv7() } : one));
    draft.patch({ going: all, moved: 0 });
    acts.clearProblems();
    const together = all.map(({ key, label }) => ({
      key,
      body: { container: label, toLocationId: toLocationId ?? '' },
    }));
    if (asksSecond) setToSign({ act: 'moves', together });
    else void acts.send(together);
  };

  return (
    <Page title={say('moveTitle')}>
      <Paper
        p="md"
        role="status"
        mih={80}
        style={{
          background: said
            ? `var(--meaning-${said.good ? 'balanced' : 'missing'}-ground)`
            : 'var(--mantine-color-default-hover)',
        }}
      >
        <Group wrap="nowrap">
          {said ? (
            said.good ? (
              <CircleCheck size={28} color="var(--meaning-balanced)" aria-hidden />
            ) : (
              <TriangleAlert size={28} color="var(--meaning-missing)" aria-hidden />
            )
          ) : (
            <ScanLine size={28} aria-hidden />
          )}
          <Text fw={700} size="lg">
            {said?.text ?? say('moveScan')}
          </Text>
        </Group>
      </Paper>
      <TypedLabel />
      <Select
        label={say('moveTo')}
        data={inUse.map((one) => ({ value: one.locationId, label: `${one.name} (${one.code})` }))}
        value={toLocationId}
        onChange={(chosen) => draft.patch({ toLocationId: chosen })}
        error={fieldWords([...acts.problems.values()][0], 'toLocationId')}
        searchable
        selectFirstOptionOnChange
        required
      />
      {going.length === 0 && moved === 0 && <Text c="dimmed">{say('moveNone')}</Text>}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {going.map((one) => (
          <Paper component="li" withBorder p="sm" key={one.key}>
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{one.label}</Text>
                <Text size="sm" c={isThere(one) ? 'var(--meaning-missing)' : 'dimmed'}>
                  {isThere(one) ? say('moveSame') : say('from', { place: place(one.fromLocationId) })}
                </Text>
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={say('moveRemove', { label: one.label })}
                onClick={() => draft.patch({ going: going.filter((other) => other !== one) })}
              >
                <X size={20} aria-hidden />
              </ActionIcon>
            </Group>
            {acts.problems.has(one.key) && (
              <RefusalNote {...refusalWords(acts.problems.get(one.key)!)} code={acts.problems.get(one.key)!.code} />
            )}
          </Paper>
        ))}
      </Stack>
      {acts.waiting && <LineLostNote onAgain={acts.again} busy={acts.sending} />}
      {acts.sending && (
        <div role="status">
          <Text>{say('moving', { done: acts.answered, count: going.length })}</Text>
          <Progress value={(moved / Math.max(1, moved + going.length)) * 100} aria-label={say('moveTitle')} />
        </div>
      )}
      {moved > 0 && going.length === 0 ? (
        <Group>
          <Text role="status" fw={600} c="var(--meaning-balanced)">
            {say('moved', { count: moved, place: place(toLocationId) })}
          </Text>
          <Button variant="default" onClick={() => draft.clear()}>
            {say('moveMore')}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to={`/sites/${siteId}/stock` as string} search={{ location: toLocationId } as never} {...props} />
            )}
          >
            {say('stock')}
          </Button>
        </Group>
      ) : (
        <Group justify="flex-end">
          <MainButton onClick={() => begin()} disabled={!ready}>
            {say(asksSecond ? 'moveSign' : 'moveRecord', { count: going.length })}
          </MainButton>
        </Group>
      )}
      <SigningDialog
        toSign={toSign}
        meaning="checked"
        summary={
          <Stack gap="xs">
            <Text>{say('moveSummary', { place: place(toLocationId) })}</Text>
            <ul>
              {going.map(({ key, label, fromLocationId }) => (
                <li key={key}>
                  <b>{label}</b> {say('from', { place: place(fromLocationId) })}
                </li>
              ))}
            </ul>
          </Stack>
        }
        onAnew={() => begin(true)}
        onClose={() => setToSign(undefined)}
        onSigned={(tokens) => {
          const signed = toSign?.together.map(({ key, body }, nth) => ({
            key,
            body: { ...(body as unknown as MoveBody), signatures: [tokens[nth] as string] },
          }));
          setToSign(undefined);
          void acts.send(signed ?? []);
        }}
      />
    </Page>
  );
}
