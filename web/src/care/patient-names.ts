import { useEffect, useState, useSyncExternalStore } from 'react';
import { currentPersonId } from '../access/session.js';
import { useMay, useSite } from '../access/site.js';
import { answer, api } from '../api/client.js';
import { LineLost, Refused } from '../api/problem.js';
import type { components } from '../api/schema.gen.js';

/** As many as one reading may name. */
const AT_ONCE = 200;

export type PatientName = components['schemas']['PatientNameDto'];

/**
 * Who the patients on a screen are. Each reading is a record of the log, so what one person has read stays in memory for that
 * person alone, and no list asks for it twice. A reload forgets it.
 */
let reader = '';
let known: ReadonlyMap<string, PatientName> = new Map();
const listeners = new Set<() => void>();

function remember(names: readonly PatientName[]): void {
  known = new Map([...known, ...names.map((name) => [name.patientId, name] as const)]);
  for (const listener of listeners) listener();
}

/** What the person who is logged in has read; of another, nothing. */
function knownNow(): ReadonlyMap<string, PatientName> {
  const personId = currentPersonId();
  if (personId !== reader) {
    reader = personId;
    known = new Map();
  }
  return known;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps what a search or a registration has just told, which is recorded already. */
export function keepPatientName(name: PatientName): void {
  knownNow();
  remember([name]);
}

/** Ids that a reading under way will tell. */
const asking = new Set<string>();

async function read(siteId: string, patientIds: readonly string[], again: () => void): Promise<void> {
  const personId = currentPersonId();
  for (const id of patientIds) asking.add(id);
  try {
    const params = { path: { siteId } };
    const body = { patientIds: [...patientIds] };
    const { items } = await answer(api.POST('/api/v1/sites/{siteId}/patients/names', { params, body }));
    if (personId !== currentPersonId()) return;
    knownNow();
    // An id that is no patient here stays nameless, and is not asked for again.
    remember(patientIds.map((id) => items.find(({ patientId }) => patientId === id) ?? { patientId: id }));
  } catch (error) {
    if (error instanceof LineLost) setTimeout(again, 2_000);
    else if (!(error instanceof Refused)) throw error;
  } finally {
    for (const id of patientIds) asking.delete(id);
  }
}

/** The names of these patients, as far as they are read; the others are read at once, in one recorded reading. */
export function usePatientNames(patientIds: readonly string[]): ReadonlyMap<string, PatientName> {
  const { siteId } = useSite();
  const may = useMay();
  const names = useSyncExternalStore(subscribe, knownNow);
  const [tries, setTries] = useState(0);
  const unknown = [...new Set(patientIds)].filter((id) => !names.has(id)).sort();
  const asked = may('patient:read') ? unknown.slice(0, AT_ONCE).join(' ') : '';
  useEffect(() => {
    const ids = asked.split(' ').filter((id) => id !== '' && !asking.has(id));
    if (ids.length > 0) void read(siteId, ids, () => setTries((before) => before + 1));
  }, [asked, siteId, tries]);
  return names;
}
