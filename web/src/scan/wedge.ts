import { Burst, type Stroke } from './burst.js';

/** Letters that fell on no field and an Enter so soon after them are a scanner too slow to be told from a typist. */
const STRAY_MS = 300;

interface Field {
  readonly element: HTMLInputElement | HTMLTextAreaElement;
  readonly before: string;
}

/**
 * Calls `scanned` with each scan of a scanner that types, wherever the focus is, after its letters were taken back out of a
 * field they fell into. What the scanner's keys mean is in burst.ts.
 */
export function listenToWedge(scanned: (text: string) => void): () => void {
  const burst = new Burst();
  let field: Field | undefined;
  let strayAt = -Infinity;

  const onKey = (event: KeyboardEvent) => {
    // A password is typed or pasted, never scanned; what a manager types fast is not to be taken for a scan.
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'password') return;
    const stroke = strokeOf(event);
    const before = burst.isEmpty(stroke) ? fieldOf(document.activeElement) : field;
    const heard = burst.take(stroke);
    field = heard === 'letter' || heard === 'separator' ? before : undefined;
    // Ctrl+] goes back in some browsers, F8 and Ctrl+plus (its place on a Spanish keyboard) do other things.
    if (heard === 'separator') event.preventDefault();
    if (heard === 'letter' && event.key !== ' ' && !takesLetters(document.activeElement)) strayAt = event.timeStamp;
    if (typeof heard !== 'object') {
      // Its Enter must not press the button that has the focus: an act nobody meant would count.
      if (event.key === 'Enter' && event.timeStamp - strayAt < STRAY_MS) event.preventDefault();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (before) restore(before);
    scanned(heard.text);
  };
  document.addEventListener('keydown', onKey, { capture: true });
  return () => document.removeEventListener('keydown', onKey, { capture: true });
}

function strokeOf(event: KeyboardEvent): Stroke {
  const { key, code, ctrlKey, shiftKey } = event;
  return {
    key,
    code,
    at: event.timeStamp,
    ctrl: ctrlKey,
    shift: shiftKey,
    otherModifier: event.metaKey || event.altKey,
    capsLock: event.getModifierState('CapsLock'),
  };
}

function fieldOf(element: Element | null): Field | undefined {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return isField ? { element, before: element.value } : undefined;
}

/** A list to choose from takes letters too, for its first words; whoever typed them goes on to the button as from a field. */
function takesLetters(element: Element | null): boolean {
  return fieldOf(element) !== undefined || element instanceof HTMLSelectElement;
}

/** As React sees it: through the native setter, with an input event. */
function restore({ element, before }: Field): void {
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, before);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
