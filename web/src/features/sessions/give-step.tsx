import { Button, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Timer } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { HappenedEarlier, JUST_NOW, occurrenceOf, type Earlier } from '../../acts/happened-earlier.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { answer, api } from '../../api/client.js';
import { ledgerNow } from '../../api/ledger-clock.js';
import type { components } from '../../api/schema.gen.js';
import { amount, decimalText } from '../../i18n/format.js';
import { momentOf, wallTime } from '../../i18n/zoned.js';
import { AmountInput } from '../../ui/amount-input.js';
import { MainButton } from '../../ui/main-button.js';
import { CautionNote } from '../../ui/notes.js';
import { mlOfMg, ugOrUndefined } from '../../ui/quantity.js';
import { mgFromUg } from '../../../../src/domain/amounts.js';
import { aboveOrderMg, mgToGive, plusMg, ug, type Session } from './session-state.js';
import { useSessionAct } from './use-session-act.js';
import { useSessionWords } from './words.js';

type Give = components['schemas']['GiveDto'];
type Given = components['schemas']['GivenDto'];

export interface GiveDraft {
  /** Null: what the order still asks for, as far as it is in hand. */
  readonly mg: string | null;
  /** What the clock on the wall showed when the dose began; empty: it is told by its end alone. */
  readonly began: string;
  readonly note: string;
  readonly earlier: Earlier;
}
const NO_GIVE: GiveDraft = { mg: null, began: '', note: '', earlier: JUST_NOW };

/** What is in hand goes to the patient. "Begins now" keeps the time, so that an infusion has both of its ends. */
export function GiveStep({ session, comes, onDone }: { session: Session; comes: number; onDone: () => void }) {
  const say = useSessionWords();
  const { siteId, timeZone } = useSite();
  const draft = useDraft<GiveDraft>(`give ${session.sessionId}`, NO_GIVE);
  const { began, note, earlier } = draft.value;
  const mg = draft.value.mg ?? mgToGive(session);
  const doseUg = ugOrUndefined(mg);
  const above = doseUg === undefined ? undefined : aboveOrderMg(session, doseUg);
  const { deviceAmountMg } = session;
  const devices = deviceAmountMg === undefined || doseUg === undefined ? undefined : doseUg / ug(deviceAmountMg);
  const act = useSessionAct<Give, Given>({
    session,
    name: 'give',
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/gives', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    told: (before, given) => ({
      inHandMg: given.inHandMg,
      givenMg: plusMg(before.givenMg, given.amountMg),
      observation: {
        ...before.observation,
        firstDoseAt: given.firstDoseAt,
        lastDoseAt: given.lastDoseAt,
        observeUntil: given.observeUntil,
      },
    }),
    done: () => {
      draft.clear();
      onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { occurredAt, ...late } = occurrenceOf(earlier, timeZone);
    void act.send({
      sessionId: session.sessionId,
      ...(devices === undefined ? { amountMg: mg } : { deviceCount: devices }),
      ...(began === '' ? {} : { startedAt: momentOf(began, timeZone) ?? began }),
      ...(occurredAt === undefined ? {} : { occurredAt, stoppedAt: occurredAt }),
      ...late,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  const ml = mlOfMg(mg, session.strengthMgPerMl);
  return (
    <form onSubmit={send}>
      <Stack>
        <Group align="flex-end" gap="sm">
          {deviceAmountMg === undefined ? (
            <AmountInput
              label={say('givenAmount')}
              unit="mg"
              value={mg}
              onChange={(value) => draft.patch({ mg: value })}
              error={fieldWords(act.problem, 'amountMg')}
              w="12rem"
            />
          ) : (
            <NumberInput
              label={say('howManyDevices')}
              value={devices ?? 1}
              onChange={(value) => draft.patch({ mg: mgFromUg(Math.trunc(Number(value)) * ug(deviceAmountMg)) })}
              min={1}
              allowDecimal={false}
              error={fieldWords(act.problem, 'deviceCount') ?? fieldWords(act.problem, 'amountMg')}
              w="12rem"
            />
          )}
          <Text pb="xs" size="lg" fw={600}>
            {deviceAmountMg === undefined ? ml !== undefined && `= ${amount(ml, 'mL')}` : `= ${amount(mg, 'mg')}`}
          </Text>
        </Group>
        {above !== undefined && (
          <CautionNote title={say('aboveOrder', { amount: amount(above, 'mg') })}>
            {say('aboveOrderHint', { ordered: amount(session.order.orderedMg, 'mg') })}
          </CautionNote>
        )}
        <Began
          value={began}
          onChange={(value) => draft.patch({ began: value })}
          error={fieldWords(act.problem, 'startedAt')}
        />
        <HappenedEarlier value={earlier} onChange={(next) => draft.patch({ earlier: next })} problem={act.problem} />
        <Note value={note} onChange={(value) => draft.patch({ note: value })} />
        <ActNotes act={act} />
        <MainButton
          key={comes}
          type="submit"
          takesFocus={comes > 0}
          loading={act.sending}
          disabled={act.waiting}
          {...(above === undefined ? {} : { color: 'orange.9' })}
        >
          {say(above === undefined ? 'give' : 'giveAbove', {
            amount: doseUg === undefined ? '…' : `${decimalText(mg)} mg`,
          })}
        </MainButton>
      </Stack>
    </form>
  );
}

function Began({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (wall: string) => void;
  error: string | undefined;
}) {
  const say = useSessionWords();
  const { timeZone } = useSite();
  const now = () => wallTime(new Date(ledgerNow()), timeZone);
  if (value === '') {
    return (
      <Group>
        <Button variant="default" leftSection={<Timer size={20} aria-hidden />} onClick={() => onChange(now())}>
          {say('beginsNow')}
        </Button>
      </Group>
    );
  }
  return (
    <TextInput
      type="datetime-local"
      label={say('began')}
      description={say('beganHint')}
      value={value}
      max={now()}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      maw="20rem"
    />
  );
}

function Note({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const say = useSessionWords();
  const [open, setOpen] = useState(value !== '');
  if (!open) {
    return (
      <Group>
        <Button variant="subtle" size="sm" onClick={() => setOpen(true)}>
          {say('addNote')}
        </Button>
      </Group>
    );
  }
  return (
    <Textarea
      label={say('note')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      maxLength={500}
      autosize
    />
  );
}
