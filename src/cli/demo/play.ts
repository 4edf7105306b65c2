import { lineOfRow, type Conclusions, type DayBook, type Row } from '../../interop/daybook.js';
import type { DemonstrationClock } from '../../platform/database/demonstration.js';
import { isAccepted, type Answered } from './client.js';
import { requestOf, type Asked, type Names } from './requests.js';
import type { Staff } from './staff.js';

/** How the rows of a book were answered, and what later rows and the conclusions need to know of them. */
export interface Played {
  accepted: number;
  readonly replayed: Conclusions['replayed'];
  readonly refused: (Conclusions['refused'][number] & { readonly detail: string })[];
  readonly notYetKnown: { readonly line: number; readonly ref: string; readonly event: string }[];
  /** Ref of a session's row → its id. */
  readonly sessions: Map<string, string>;
  /** Place in the site's log → ref of the row that is recorded there. */
  readonly refBySeq: Map<number, string>;
}

export interface Player {
  readonly book: DayBook;
  readonly siteId: string;
  readonly staff: Staff;
  readonly names: Omit<Names, 'sessions'>;
  readonly clock: DemonstrationClock;
  /** Called before each row. */
  readonly onRow?: (row: Row, index: number) => void;
}

/** Plays every row of the book in its order: each waits for the one before, because it may rest on it. */
export async function play(player: Player): Promise<Played> {
  const played: Played = {
    accepted: 0,
    replayed: [],
    refused: [],
    notYetKnown: [],
    sessions: new Map(),
    refBySeq: new Map(),
  };
  const names: Names = { ...player.names, sessions: played.sessions };
  let latest = 0;
  for (const [index, row] of player.book.rows.entries()) {
    player.onRow?.(row, index);
    const { ref, event, at } = row as Record<'ref' | 'event' | 'at', string>;
    const asked = requestOf(row, names);
    if (!asked) {
      played.notYetKnown.push({ line: lineOfRow(index), ref, event });
      continue;
    }
    // A retry carries the time of the act it repeats, which is past; the clock only goes forward.
    if (Date.parse(at) > latest) {
      latest = Date.parse(at);
      await player.clock.set(at);
    }
    note(played, {
      row,
      line: lineOfRow(index),
      answer: await perform(player, { row, line: lineOfRow(index), asked }),
    });
  }
  return played;
}

/** The performer asks each signer to sign this very act, then sends it with whatever signatures there are. */
async function perform(
  { siteId, staff }: Player,
  { row, line, asked }: { row: Row; line: number; asked: Asked },
): Promise<Answered> {
  const performer = staff.clientOf(row.by!);
  if (!asked.signers) return performer.post(`/sites/${siteId}/${asked.act}`, asked.body, row.ref);
  const signing = asked.signers.map(async ({ code, meaning }, nth) => {
    const attests = meaning === 'witnessed' ? ['label', 'volume', 'act'] : [];
    const signed = { act: asked.act, idempotencyKey: row.ref, body: asked.body, meaning, attests };
    // A retry is signed again: the key of a signature is the line's, not the act's.
    const key = `${row.ref}-signature-${line}-${nth}`;
    const answer = await performer.post(
      `/sites/${siteId}/signatures`,
      { ...signed, ...staff.credentialsOf(code) },
      key,
    );
    return tokenOf(answer);
  });
  const signatures = (await Promise.all(signing)).filter((token) => token !== undefined);
  return performer.post(
    `/sites/${siteId}/${asked.act}`,
    asked.signers.length > 0 ? { ...asked.body, signatures } : asked.body,
    row.ref,
  );
}

/** A refused signature is one that is missing: the ledger is asked all the same, and says so. */
function tokenOf(answer: Answered): string | undefined {
  return isAccepted(answer) ? (answer.body.token as string) : undefined;
}

function note(played: Played, { row, line, answer }: { row: Row; line: number; answer: Answered }): void {
  const ref = row.ref!;
  const { body, replayed } = answer;
  if (!isAccepted(answer)) {
    played.refused.push({ line, ref, code: String(body.code), detail: String(body.detail) });
    return;
  }
  if (replayed) {
    played.replayed.push({ line, ref });
    return;
  }
  played.accepted += 1;
  played.refBySeq.set(Number(body.seq), ref);
  if (row.event === 'session') played.sessions.set(ref, String(body.sessionId));
}
