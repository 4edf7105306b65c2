import type { Act } from './use-act.js';
import { LineLostNote, RefusalNote } from '../ui/notes.js';
import { refusalWords } from './refusal-words.js';

/** What became of an act that is not recorded: refused and why, or unanswered and still here. Stands over the form's button. */
export function ActNotes({ act }: { act: Pick<Act<never, unknown>, 'problem' | 'waiting' | 'again' | 'sending'> }) {
  if (act.waiting) return <LineLostNote onAgain={act.again} busy={act.sending} />;
  if (!act.problem) return null;
  return <RefusalNote {...refusalWords(act.problem)} code={act.problem.code} />;
}
