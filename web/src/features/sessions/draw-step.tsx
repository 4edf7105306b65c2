import { Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ugFromMg, ugOfVolume, ulFromMl, mgFromUg } from '../../../../src/domain/amounts.js';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { HappenedEarlier, JUST_NOW, occurrenceOf, type Earlier } from '../../acts/happened-earlier.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useProducts } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { amount, decimalText } from '../../i18n/format.js';
import { AmountInput } from '../../ui/amount-input.js';
import { MainButton } from '../../ui/main-button.js';
import { ContainerChoice } from './container-choice.js';
import { useContainersIn } from './queries.js';
import { devicesToTake, mlToDraw, plusMg, type Session } from './session-state.js';
import { useContainerScan } from './use-container-scan.js';
import { useSessionAct } from './use-session-act.js';
import { useSessionWords } from './words.js';

type Draw = components['schemas']['DrawDto'];
type Drawn = components['schemas']['DrawnDto'];

export interface DrawDraft {
  readonly container: string;
  /** Null: what the order still asks for. */
  readonly ml: string | null;
  readonly devices: number | null;
  readonly earlier: Earlier;
}
export const NO_DRAW: DrawDraft = { container: '', ml: null, devices: null, earlier: JUST_NOW };

/** The vial is scanned, the volume is there already: what the order comes to in this strength. */
export function DrawStep({ session, comes, onDone }: { session: Session; comes: number; onDone: () => void }) {
  const say = useSessionWords();
  const { siteId, timeZone } = useSite();
  const draft = useDraft<DrawDraft>(`draw ${session.sessionId}`, NO_DRAW);
  const { container, earlier } = draft.value;
  const [noVial, setNoVial] = useState<string>();
  const [scans, setScans] = useState(0);
  const containers = useContainersIn(session).data ?? [];
  const counted = session.form !== 'injection';
  const kit = useProducts(siteId).byId.get(session.productId)?.devicesPerContainer ?? 1;
  const ml = draft.value.ml ?? mlToDraw(session) ?? '';
  const devices = draft.value.devices ?? Math.min(devicesToTake(session) || kit, kit);
  const isSealed = containers.find(({ label }) => label === container)?.state !== 'open';
  const whole = counted && devices === kit && isSealed;
  useContainerScan(
    session,
    containers.map(({ label }) => label),
    (scanned) => {
      if ('refused' in scanned) return setNoVial(scanned.refused);
      draft.patch({ container: scanned.label });
      setNoVial(undefined);
      setScans((before) => before + 1);
    },
  );
  const act = useSessionAct<Draw, Drawn>({
    session,
    name: 'draw',
    post: (body, key) => postDraw({ siteId, key, body, whole }),
    told: (before, { amountMg, inHandMg }) => ({
      inHandMg,
      anythingDrawn: true,
      drawnMg: plusMg(before.drawnMg, amountMg),
    }),
    done: () => {
      draft.clear();
      onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (container === '') return setNoVial(say('noVialYet'));
    void act.send({
      sessionId: session.sessionId,
      container,
      ...(counted ? (whole ? {} : { deviceCount: devices }) : { volumeMl: ml }),
      ...occurrenceOf(earlier, timeZone),
    });
  };
  const mg = counted ? undefined : mgOf(ml, session.strengthMgPerMl);
  return (
    <form onSubmit={send}>
      <Stack>
        <ContainerChoice
          containers={containers}
          patientId={session.patientId}
          value={container}
          onChange={(label) => {
            draft.patch({ container: label });
            setNoVial(undefined);
          }}
          error={noVial ?? fieldWords(act.problem, 'container')}
        />
        {counted ? (
          <NumberInput
            label={say('howManyDevices')}
            description={whole ? say('wholeKit', { count: kit }) : undefined}
            value={devices}
            onChange={(value) => draft.patch({ devices: Number(value) })}
            min={1}
            max={kit}
            allowDecimal={false}
            error={fieldWords(act.problem, 'deviceCount')}
            maw="16rem"
          />
        ) : (
          <Group align="flex-end" gap="sm">
            <AmountInput
              label={say('drawnVolume')}
              unit="mL"
              value={ml}
              onChange={(value) => draft.patch({ ml: value })}
              error={fieldWords(act.problem, 'volumeMl')}
              w="12rem"
            />
            <Text pb="xs" size="lg" fw={600}>
              {mg === undefined ? '' : `= ${amount(mg, 'mg')}`}
            </Text>
          </Group>
        )}
        <HappenedEarlier value={earlier} onChange={(next) => draft.patch({ earlier: next })} problem={act.problem} />
        <ActNotes act={act} />
        <MainButton
          key={`${comes} ${scans}`}
          type="submit"
          takesFocus={comes > 0 || scans > 0}
          loading={act.sending}
          disabled={act.waiting}
        >
          {counted
            ? say('takeDevices', { count: devices })
            : say('drawMl', { volume: ml === '' ? '…' : decimalText(ml) })}
        </MainButton>
      </Stack>
    </form>
  );
}

function mgOf(ml: string, strength: string | undefined): string | undefined {
  if (strength === undefined) return undefined;
  try {
    return mgFromUg(ugOfVolume({ volumeUl: ulFromMl(ml), strengthUgPerMl: ugFromMg(strength) }));
  } catch {
    return undefined;
  }
}

/** A whole sealed kit is taken, which can come back; less of it, or a volume, is drawn. */
function postDraw(of: { siteId: string; key: string; body: Draw; whole: boolean }): Promise<Drawn> {
  const params = { path: { siteId: of.siteId }, header: { 'Idempotency-Key': of.key } };
  return of.whole
    ? answer(api.POST('/api/v1/sites/{siteId}/takes', { params, body: of.body }))
    : answer(api.POST('/api/v1/sites/{siteId}/draws', { params, body: of.body }));
}
