/**
 * A scanner that types: letters within a few milliseconds of each other, and Enter (or Tab) at the end. GS (FNC1, ASCII 29) comes as
 * Ctrl+] from most, as F8 from some that are set so, or as the character itself.
 */

const LONGEST_GAP_MS = 60;
const AVERAGE_GAP_MS = 35;
const SHORTEST_SCAN = 4;
const GS = '\u001d';

interface Field {
  readonly element: HTMLInputElement | HTMLTextAreaElement;
  readonly before: string;
}

/** Calls `scanned` with each scan, wherever the focus is, after its letters were taken back out of a field they fell into. */
export function listenToWedge(scanned: (text: string) => void): () => void {
  let text = '';
  let startedAt = 0;
  let lastAt = 0;
  let field: Field | undefined;

  const forget = () => {
    text = '';
    field = undefined;
  };
  const onKey = (event: KeyboardEvent) => {
    const at = event.timeStamp;
    if (text !== '' && at - lastAt > LONGEST_GAP_MS) forget();
    // A password is typed or pasted, never scanned; what a manager types fast is not to be taken for a scan.
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'password') return;
    const letter = letterOf(event);
    if (letter !== undefined) {
      if (text === '') {
        startedAt = at;
        field = fieldOf(document.activeElement);
      }
      text += letter;
      lastAt = at;
      if (letter === GS) event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    const average = (at - startedAt) / Math.max(1, text.length);
    const isScan = text.length >= SHORTEST_SCAN && average <= AVERAGE_GAP_MS;
    const whole = text;
    const into = field;
    forget();
    if (!isScan) return;
    event.preventDefault();
    event.stopPropagation();
    if (into) restore(into);
    scanned(whole);
  };
  document.addEventListener('keydown', onKey, { capture: true });
  return () => document.removeEventListener('keydown', onKey, { capture: true });
}

function letterOf(event: KeyboardEvent): string | undefined {
  if ((event.ctrlKey && event.key === ']') || event.key === 'F8' || event.key === GS) return GS;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return event.key.length === 1 ? event.key : undefined;
}

function fieldOf(element: Element | null): Field | undefined {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return isField ? { element, before: element.value } : undefined;
}

/** As React sees it: through the native setter, with an input event. */
function restore({ element, before }: Field): void {
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, before);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
