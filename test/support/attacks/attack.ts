import type { RawClinic } from '../raw-clinic.js';

/** One attack with the log-in of countersign_app on a clinic's log; it must end in an error that names `constraint`. */
export interface LedgerAttack {
  readonly constraint: string;
  readonly name: string;
  run(clinic: RawClinic): Promise<unknown>;
}

export const attack = (constraint: string, name: string, run: LedgerAttack['run']): LedgerAttack => ({
  constraint,
  name,
  run,
});
