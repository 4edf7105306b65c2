import type { DayBook } from '../../interop/daybook.js';
import type { DemonstrationClock } from '../../platform/database/demonstration.js';
import { Client } from './client.js';
import { openClinic, type Clinic } from './clinic.js';
import { compareConclusions } from './compare.js';
import { askConclusions } from './conclusions.js';
import { endSessions } from './end-sessions.js';
import { leftOutOf } from './left-out.js';
import { play } from './play.js';
import { Progress } from './progress.js';
import { answersReport, comparisonReport, conclusionsReport } from './report.js';
import { isKnown } from './requests.js';
import { table } from './table.js';

export interface Demonstration {
  /** `http://host:port` of the server. */
  readonly address: string;
  /** Of the one-time link that the server prints at its first start. */
  readonly setupToken: string;
  readonly book: DayBook;
  readonly clock: DemonstrationClock;
  readonly say: (line: string) => void;
  /** Checks the whole log and every balance against it. */
  readonly verify: () => Promise<boolean>;
}

/** Plays a book, reports, and answers whether everything is as it should be. */
export async function demonstrate(of: Demonstration): Promise<boolean> {
  const { book, clock, say } = of;
  say(`Opening ${book.site.name}, as ${of.address} would be opened by its administrator ...`);
  const clinic = await openClinic({ nobody: new Client(`${of.address}/api/v1`), setupToken: of.setupToken, book });
  say(`Playing ${book.rows.length} rows as its staff, each signing with their own credentials ...`);
  const progress = new Progress(book.rows.length, process.stdout);
  const played = await play({ book, ...clinic, clock, onRow: (row, index) => progress.row(row, index) });
  progress.done();
  await endSessions(clinic, played);
  const found = await askConclusions({ book, clinic, played });
  say(`\n${answersReport(played)}\n\n${conclusionsReport(found)}\n`);
  const verified = await of.verify();
  say('');
  const comparison = book.expected && compareConclusions({ book, found, leftOut: leftOutOf(book, isKnown) });
  say(comparison ? comparisonReport(comparison, book, played) : 'The book has no expected.json to compare with.');
  say(`\n${accountsReport(clinic)}`);
  return verified && (comparison?.disagreements.length ?? 0) === 0;
}

function accountsReport({ staff }: Clinic): string {
  const rows = staff.accounts.map(({ username, password, role }) => [username, password, role.replaceAll('_', ' ')]);
  return `Accounts of this demonstration:\n${table([['user name', 'password', 'role'], ...rows])}`;
}
