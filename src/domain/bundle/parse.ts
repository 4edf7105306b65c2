import { isPlainObject, jcs } from '../log/jcs.js';
import {
  BUNDLE_VERSION,
  SELECTION_KINDS,
  SUBJECT_KINDS,
  type BundleHead,
  type BundleRecord,
  type BundleSeal,
  type DisclosedValue,
  type Selection,
  type SelectionKind,
  type Shown,
} from './format.js';

type Loose = Readonly<Record<string, unknown>>;

/** The value of a line, or undefined where it is not the canonical JSON of one object: one value, one spelling. */
export function parseLine(line: string): Loose | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isPlainObject(value) && jcs(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Exactly these members, so that nothing rides along unseen. */
function has(value: Loose, required: readonly string[], optional: readonly string[] = []): boolean {
  const keys = Object.keys(value);
  return required.every((key) => keys.includes(key)) && keys.every((key) => [...required, ...optional].includes(key));
}

export function asHead(value: Loose | undefined): BundleHead | undefined {
  if (!value || value.bundle !== BUNDLE_VERSION || !has(value, ['bundle', 'checkpoint', 'policy', 'export']))
    return undefined;
  if (typeof value.checkpoint !== 'string' || typeof value.policy !== 'string') return undefined;
  return isPlainObject(value.export) && asRecord(value.export) ? (value as unknown as BundleHead) : undefined;
}

/** A record's line. The record itself is looked into by whoever believes it (`asRecordBody` below): it may say anything. */
export function asRecord(value: Loose | undefined): BundleRecord | undefined {
  if (!value || !has(value, ['record', 'salt', 'path'], ['private'])) return undefined;
  const { record, salt, path } = value;
  if (!isPlainObject(record) || typeof salt !== 'string' || !isTexts(path)) return undefined;
  const values = value.private;
  if (values !== undefined && !(Array.isArray(values) && values.length > 0 && values.every(isDisclosed)))
    return undefined;
  return value as unknown as BundleRecord;
}

export function asSeal(value: Loose | undefined): BundleSeal | undefined {
  if (!value || !has(value, ['seal']) || !isPlainObject(value.seal)) return undefined;
  const { seal } = value;
  if (!has(seal, ['records', 'chain']) || typeof seal.chain !== 'string' || !isNumber(seal.records)) return undefined;
  return seal as unknown as BundleSeal;
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isNumber = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function isDisclosed(value: unknown): value is DisclosedValue {
  return isPlainObject(value) && has(value, ['name', 'salt', 'value']) && isTexts(Object.values(value));
}

/** What an export's record says it is: what was chosen and what may be seen. Undefined where it says neither. */
export function exportSays(act: unknown): { readonly selection: Selection; readonly shown: Shown } | undefined {
  if (!isPlainObject(act) || !isPlainObject(act.selection)) return undefined;
  const { shown, selection } = act;
  if (shown !== 'amounts' && shown !== 'everything') return undefined;
  const { kind, subjectId, seq, from, to } = selection;
  if (!SELECTION_KINDS.includes(kind as SelectionKind)) return undefined;
  if (SUBJECT_KINDS.some((one) => one === kind) !== (typeof subjectId === 'string')) return undefined;
  if ((kind === 'record') !== isNumber(seq)) return undefined;
  if ([from, to].some((time) => time !== undefined && typeof time !== 'string')) return undefined;
  if (kind === 'period' && from === undefined && to === undefined) return undefined;
  return { selection: selection as unknown as Selection, shown };
}

/** The export's names, id → what people call it; empty where they were not given or are not names. */
export function namesOf(disclosed: readonly DisclosedValue[] | undefined, name: string): ReadonlyMap<string, string> {
  const found = disclosed?.find((value) => value.name === name);
  const parsed = found && parseLine(found.value);
  return new Map(Object.entries(parsed ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
