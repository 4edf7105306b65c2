import { describe, expect, test } from '@jest/globals';
import { Burst, type Heard, type Stroke } from '../../web/src/scan/burst.js';

const GS = '\u001d';
const GS1 = `]d201003040920531051728011310LT10a${GS}21S0001`;

const PLACES: Readonly<Record<string, string>> = { '-': 'Minus', ']': 'BracketRight', '.': 'Period', '/': 'Slash' };

interface Scanner {
  readonly gapMs: number;
  readonly gs: Partial<Stroke>;
  readonly end: string;
  /** What the computer makes of a key. */
  readonly layout: (letter: string) => string;
  readonly capsLock: boolean;
}

const PLAIN: Scanner = {
  gapMs: 5,
  gs: { key: ']', code: 'BracketRight', ctrl: true },
  end: 'Enter',
  layout: (letter) => letter,
  capsLock: false,
};

/** The keys of a scanner that was held at `text`. */
function strokes(text: string, change: Partial<Scanner> = {}): Stroke[] {
  const { gapMs, gs, end, layout, capsLock } = { ...PLAIN, ...change };
  const key = (stroke: Partial<Stroke>, nth: number): Stroke => ({
    key: '',
    code: '',
    at: 1000 + nth * gapMs,
    ctrl: false,
    shift: false,
    otherModifier: false,
    capsLock,
    ...stroke,
  });
  const letters = [...text].map((letter) => (letter === GS ? gs : { key: layout(letter), code: PLACES[letter] ?? '' }));
  return [...letters, { key: end, code: end }].map(key);
}

function heard(keys: readonly Stroke[]): Heard[] {
  const burst = new Burst();
  return keys.map((key) => burst.take(key));
}

const scanOf = (keys: readonly Stroke[]) => {
  const last = heard(keys).at(-1);
  return typeof last === 'object' ? last.text : last;
};
const turned = (letter: string) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase());
const SPANISH: Readonly<Record<string, string>> = { '-': "'", ']': '+', '/': '-' };
const spanish = (letter: string) => SPANISH[letter] ?? letter;

describe('a scanner that types', () => {
  test.each([
    { comment: 'Ctrl+] for FNC1, Enter at the end', change: {} },
    { comment: 'F8 for FNC1', change: { gs: { key: 'F8', code: 'F8' } } },
    { comment: 'the character GS itself', change: { gs: { key: GS } } },
    { comment: 'Tab at the end', change: { end: 'Tab' } },
    { comment: 'CapsLock on', change: { capsLock: true, layout: turned } },
    { comment: 'CapsLock that nobody reports', change: { layout: turned } },
    { comment: 'CapsLock on, and a scanner that makes up for it', change: { capsLock: true } },
    { comment: 'a slow radio', change: { gapMs: 35 } },
  ])('$comment', ({ change }) => {
    expect(scanOf(strokes(GS1, change))).toBe(GS1);
  });

  test('set to the American keyboard, at a computer set to the Spanish one', () => {
    expect(scanOf(strokes('20260831-5c2f9b-01', { layout: spanish }))).toBe('20260831-5c2f9b-01');
    const gs = { key: '+', code: 'BracketRight', ctrl: true };
    expect(scanOf(strokes(GS1, { layout: spanish, gs }))).toBe(GS1);
  });

  test('set to the Spanish keyboard, at a computer set to it', () => {
    const keys = strokes('20260831-5c2f9b-01').map((key) => (key.key === '-' ? { ...key, code: 'Slash' } : key));
    expect(scanOf(keys)).toBe('20260831-5c2f9b-01');
  });

  test('a letter that a radio held back breaks nothing', () => {
    const keys = strokes('20260831-5c2f9b-01').map((key, nth) => ({ ...key, at: key.at + (nth > 6 ? 100 : 0) }));
    expect(scanOf(keys)).toBe('20260831-5c2f9b-01');
  });

  test('a label of ours in a lot’s case stays as it is', () => {
    expect(scanOf(strokes('R-5c2F'))).toBe('R-5c2F');
  });
});

describe('somebody who types', () => {
  test('is left alone: fast, at a rate of fingers, and with Enter', () => {
    expect(scanOf(strokes('12.5', { gapMs: 70 }))).toBe('own');
    expect(scanOf(strokes('12', { gapMs: 5 }))).toBe('own');
  });

  test('keeps an amount, though a busy device hears its keys all at once', () => {
    expect(scanOf(strokes('0.72'))).toBe('own');
    expect(scanOf(strokes('10,25'))).toBe('own');
  });

  test('keeps Ctrl+], F8 and Ctrl+plus, which are separators only within a scan', () => {
    const [gs] = strokes(GS);
    expect(heard([gs!])).toEqual(['own']);
    expect(heard([{ ...gs!, key: 'F8', ctrl: false }])).toEqual(['own']);
  });

  test('breaks off with a key that no scanner sends', () => {
    const [first, second, enter] = strokes('ABCDEF')
      .slice(-3)
      .map((key) => ({ ...key }));
    expect(heard([first!, { ...second!, key: 'ArrowLeft' }, enter!]).at(-1)).toBe('own');
  });
});
