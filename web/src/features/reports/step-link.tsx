import type { ReactNode } from 'react';
import { SiteLink } from '../../records/record-link.js';
import type { ReconciliationState } from './drill.js';

/** `?from=…&to=…` of what is given. */
export function searchOf(state: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(state).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** A step to another part of the same reconciliation. */
export function StepLink({ state, children }: { state: ReconciliationState; children: ReactNode }) {
  return <SiteLink to={`reports/reconciliation${searchOf(state)}`}>{children}</SiteLink>;
}
