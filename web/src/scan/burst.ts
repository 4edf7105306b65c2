/**
 * What the keys of a scanner mean. A scanner types letters within a few milliseconds of each other, and Enter or Tab at the end.
 *
 * - GS (FNC1, ASCII 29) comes as Ctrl+] from most, as F8 from some that are set so, or as the character itself. It counts only
 *   within a scan: alone, these keys are somebody's own.
 * - CapsLock turns the case of what a scanner types, and lots and serials mind their case: it is turned back. Where the symbology
 *   stands before the text (`]d2`), its own letter says whether that happened.
 * - A scanner set to the American keyboard at a computer set to the Spanish one types `'` for `-` and `+` for `]`. What the keys
 *   would be on an American keyboard is kept beside what came, and taken where only that can be a code. (A scanner set to the
 *   computer's own keyboard needs none of it; that is what the manual should say.)
 * - What sends GS as Alt and numbers, or letters through an input method (some Android scanners), is not understood here.
 */

export interface Stroke {
  readonly key: string;
  /** The place on the keyboard, whatever stands on it. */
  readonly code: string;
  /** Milliseconds. */
  readonly at: number;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly otherModifier: boolean;
  readonly capsLock: boolean;
}

/** A letter or separator of what may become a scan, a whole scan, or what is somebody's own. */
export type Heard = 'letter' | 'separator' | 'own' | { readonly text: string };

/** A radio may hold a letter back; the average is what tells a scanner from fingers. */
const LONGEST_GAP_MS = 120;
const AVERAGE_GAP_MS = 40;
const SHORTEST_SCAN = 4;
/** A busy device hears keys late and all at once; what they say then is no code, and somebody typed it. */
const AN_AMOUNT = /^\d{1,4}[.,]\d{1,3}$/;
const GS = '\u001d';
const OUR_LABEL = /^[A-Za-z0-9][A-Za-z0-9._-]{3,}$/;
const NAMED_SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;
const SYMBOLOGIES = new Set([']d1', ']d2', ']C0', ']C1', ']e0', ']E0', ']Q1', ']Q3']);

/** The keys that may be a scan, one after the other. */
export class Burst {
  #text = '';
  #asAmerican = '';
  #capsLock = false;
  #startedAt = 0;
  #lastAt = 0;

  /** Whether nothing has begun that this key could go on with. */
  isEmpty({ at }: Stroke): boolean {
    return this.#text === '' || at - this.#lastAt > LONGEST_GAP_MS;
  }

  take(stroke: Stroke): Heard {
    const { key, at } = stroke;
    if (this.isEmpty(stroke)) this.#forget();
    if (this.#text !== '' && isSeparator(stroke)) return this.#add(GS, GS, stroke, 'separator');
    if (key.length === 1 && !stroke.ctrl && !stroke.otherModifier)
      return this.#add(key, american(stroke) ?? key, stroke, 'letter');
    // Shift and the like are pressed between letters.
    if (key !== 'Enter' && key !== 'Tab') return this.#text === '' || isModifier(key) ? 'own' : this.#broken();
    const average = (at - this.#startedAt) / Math.max(1, this.#text.length);
    const isScan = this.#text.length >= SHORTEST_SCAN && average <= AVERAGE_GAP_MS && !AN_AMOUNT.test(this.#text);
    const text = this.#whole();
    this.#forget();
    return isScan ? { text } : 'own';
  }

  #add(letter: string, asAmerican: string, { at, capsLock }: Stroke, heard: 'letter' | 'separator'): Heard {
    if (this.#text === '') {
      this.#startedAt = at;
      this.#capsLock = capsLock;
    }
    this.#text += letter;
    this.#asAmerican += asAmerican;
    this.#lastAt = at;
    return heard;
  }

  #broken(): Heard {
    this.#forget();
    return 'own';
  }

  #forget(): void {
    this.#text = '';
    this.#asAmerican = '';
  }

  #whole(): string {
    const came = caseAsPrinted(this.#text, this.#capsLock);
    const american = caseAsPrinted(this.#asAmerican, this.#capsLock);
    return !isCode(came) && isCode(american) ? american : came;
  }
}

function isSeparator({ key, code, ctrl }: Stroke): boolean {
  return key === 'F8' || key === GS || (ctrl && (key === ']' || code === 'BracketRight'));
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock'].includes(key);
}

function isCode(text: string): boolean {
  return OUR_LABEL.test(text) || NAMED_SYMBOLOGY.test(text);
}

/** The text with the case that is in the code. */
function caseAsPrinted(text: string, capsLock: boolean): string {
  const turned = text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
  if (SYMBOLOGIES.has(text.slice(0, 3)) && !SYMBOLOGIES.has(turned.slice(0, 3))) return text;
  if (SYMBOLOGIES.has(turned.slice(0, 3)) && !SYMBOLOGIES.has(text.slice(0, 3))) return turned;
  return capsLock ? turned : text;
}

/** What stands on an American keyboard at a place, beyond letters: those are at the same places on a Spanish one. */
const AMERICAN: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backslash: ['\\', '|'],
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Digit0: ['0', ')'],
};

function american({ code, shift }: Stroke): string | undefined {
  return AMERICAN[code]?.[shift ? 1 : 0];
}
