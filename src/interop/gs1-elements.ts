import { findApplicationIdentifier, type Gs1Component, type Gs1Definition } from './gs1-application-identifiers.js';
import { gs1CheckDigit } from './gs1-check-digit.js';
import { readGs1Date } from './gs1-dates.js';

/** An application identifier and its value, as read. */
export type Gs1Element = readonly [ai: string, value: string];

export type Gs1Error =
  | 'empty'
  | 'not_gs1_symbology'
  | 'malformed_brackets'
  | 'unknown_ai'
  | 'empty_value'
  | 'too_short'
  | 'too_long'
  | 'too_long_missing_fnc1'
  | 'illegal_character'
  | 'illegal_month'
  | 'illegal_day'
  | 'check_digit'
  | 'conflicting_repeat';

/** Why a text was refused. `ai` names the element where one is at fault. */
export interface Gs1Failure {
  ok: false;
  error: Gs1Error;
  ai?: string;
  expectedCheckDigit?: string;
  symbologyId?: string;
}

export type Gs1ElementsResult = { ok: true; elements: Gs1Element[] } | Gs1Failure;

/** FNC1 as scanners transmit it: the control character GS, U+001D (regulations.md 9.2). */
export const GS = '\u001d';

const CHARACTER_SETS = {
  N: /^\d*$/,
  X: /^[!"%-?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[-0-9A-Z_a-z]*={0,2}$/,
} satisfies Record<Gs1Component['characters'], RegExp>;

interface ReadingYear {
  referenceYear: number;
}

/**
 * Splits and checks what a scanner sends, without symbology identifier: elements one behind the other, GS behind those
 * of variable length. A GS in front, behind an element that needs none, or at the end is read over. Never throws for any text.
 */
export function readElementString(data: string, year: ReadingYear): Gs1ElementsResult {
  const found: Gs1Element[] = [];
  let at = data.startsWith(GS) ? 1 : 0;
  if (at === data.length) return { ok: false, error: 'empty' };
  while (at < data.length) {
    const identified = findApplicationIdentifier(data.slice(at, at + 4));
    if (!identified) return { ok: false, error: 'unknown_ai' };
    const { ai, definition } = identified;
    at += ai.length;
    const separator = data.indexOf(GS, at);
    const dataEnd = separator === -1 ? data.length : separator;
    const end = definition.predefinedLength ? Math.min(at + definition.maxLength, dataEnd) : dataEnd;
    const value = data.slice(at, end);
    const failure = checkValue(value, definition, year) ?? checkRepeat(found, ai, value);
    // More than fits means that the separator was lost and the next elements were read as this one's.
    if (failure?.error === 'too_long') return { ...failure, error: 'too_long_missing_fnc1', ai };
    if (failure) return { ...failure, ai };
    found.push([ai, value]);
    at = data[end] === GS ? end + 1 : end;
  }
  return { ok: true, elements: found };
}

/**
 * Splits and checks what a person types from a label: `(01)00350458028027(10)L1`, where brackets delimit and no GS is
 * needed. Blanks around a value are left out: none is legal inside. Never throws for any text.
 */
export function readBracketed(text: string, year: ReadingYear): Gs1ElementsResult {
  const [before, ...parts] = text.split(/\((\d{2,4})\)/);
  if (before?.trim() !== '' || parts.length === 0) return { ok: false, error: 'malformed_brackets' };
  const found: Gs1Element[] = [];
  for (let part = 0; part < parts.length; part += 2) {
    const [ai, value] = [parts[part] ?? '', (parts[part + 1] ?? '').trim()];
    const identified = findApplicationIdentifier(ai);
    if (identified?.ai !== ai) return { ok: false, error: 'unknown_ai' };
    const failure = checkValue(value, identified.definition, year) ?? checkRepeat(found, ai, value);
    if (failure) return { ...failure, ai };
    found.push([ai, value]);
  }
  return { ok: true, elements: found };
}

function checkRepeat(found: readonly Gs1Element[], ai: string, value: string): Gs1Failure | undefined {
  const conflicts = found.some(([earlier, its]) => earlier === ai && its !== value);
  return conflicts ? { ok: false, error: 'conflicting_repeat' } : undefined;
}

function checkValue(value: string, definition: Gs1Definition, year: ReadingYear): Gs1Failure | undefined {
  if (value === '') return { ok: false, error: 'empty_value' };
  if (value.length > definition.maxLength) return { ok: false, error: 'too_long' };
  let rest = value;
  for (const component of definition.components) {
    const part = rest.slice(0, component.maxLength);
    rest = rest.slice(part.length);
    if (part === '' && component.optional) return undefined;
    const failure = checkComponent(part, component, year);
    if (failure) return failure;
  }
  return undefined;
}

function checkComponent(part: string, component: Gs1Component, year: ReadingYear): Gs1Failure | undefined {
  if (!CHARACTER_SETS[component.characters].test(part)) return { ok: false, error: 'illegal_character' };
  if (part.length < component.minLength) return { ok: false, error: 'too_short' };
  if (component.content === 'date') {
    const date = readGs1Date(part, year);
    return date.ok ? undefined : date;
  }
  if (component.content === 'check_digit') {
    const expectedCheckDigit = gs1CheckDigit(part.slice(0, -1));
    return part.endsWith(expectedCheckDigit) ? undefined : { ok: false, error: 'check_digit', expectedCheckDigit };
  }
  return undefined;
}
