import { Stack, Text } from '@mantine/core';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { HappenedEarlier, JUST_NOW, occurrenceOf, type Earlier } from '../../acts/happened-earlier.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { amount } from '../../i18n/format.js';
import { MainButton } from '../../ui/main-button.js';
import type { Session } from './session-state.js';
import { useSessionAct } from './use-session-act.js';
import { useSessionWords } from './words.js';

type End = components['schemas']['EndSessionDto'];
type Ended = components['schemas']['SessionEndedDto'];

/** The session ends, which it cannot while something of it is in hand or waits: the button says what. */
export function EndStep({ session, comes, onDone }: { session: Session; comes: number; onDone: () => void }) {
  const say = useSessionWords();
  const { siteId, timeZone } = useSite();
  const { sessionId, inHandMg, pendingWastes, observation } = session;
  const draft = useDraft<Earlier>(`end ${sessionId}`, JUST_NOW);
  const act = useSessionAct<End, Ended>({
    session,
    name: 'end',
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/sessions/{sessionId}/end', {
          params: { path: { siteId, sessionId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    told: (_, { status, endedAt }) => ({ status, endedAt }),
    done: () => {
      draft.clear();
      onDone();
    },
  });
  const still =
    pendingWastes.length > 0
      ? say('cannotEndPending', { count: pendingWastes.length })
      : inHandMg === '0'
        ? undefined
        : say('cannotEndInHand', { amount: amount(inHandMg, 'mg') });
  const unused = session.containers.filter(({ state }) => state === 'taken');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (still === undefined) void act.send(occurrenceOf(draft.value, timeZone));
      }}
    >
      <Stack>
        <Text>
          {say(
            observation.dischargedAt === undefined && observation.lastDoseAt !== undefined
              ? 'endHintWatched'
              : 'endHint',
          )}
        </Text>
        {unused.length > 0 && still === undefined && (
          <Text>{say('endUsesUp', { containers: unused.map(({ container }) => container).join(', ') })}</Text>
        )}
        <HappenedEarlier value={draft.value} onChange={draft.set} problem={act.problem} />
        <ActNotes act={act} />
        <MainButton
          key={comes}
          type="submit"
          takesFocus={comes > 0}
          loading={act.sending}
          disabled={still !== undefined || act.waiting}
        >
          {still ?? say('endSession')}
        </MainButton>
      </Stack>
    </form>
  );
}
