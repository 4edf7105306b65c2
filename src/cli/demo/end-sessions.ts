import type { Clinic } from './clinic.js';
import type { Played } from './play.js';

/** Ends every session that has nothing in hand: no row of a book does (daybook/README.md, "Rows"). */
export async function endSessions({ siteId, staff }: Clinic, played: Played): Promise<void> {
  const nurse = staff.someone('nurse');
  const unbalanced = await nurse.all(`/sites/${siteId}/sessions/unbalanced`);
  const open = new Set(unbalanced.map(({ sessionId }) => sessionId));
  for (const [ref, sessionId] of played.sessions) {
    if (!open.has(sessionId)) await nurse.done(`/sites/${siteId}/sessions/${sessionId}/end`, {}, `${ref}-end`);
  }
}
