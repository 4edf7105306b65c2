import type { Access } from '../access/caller.js';
import type { Ledger } from '../ledger/ledger.js';

/** So many ids fit a record with room to spare (16 KiB). */
const PATIENTS_A_RECORD = 200;

/** Records that these patients' data were read, before they are shown. Nobody read is nothing to record. */
export async function recordPatientReads(
  ledger: Ledger,
  { siteId, actor }: Access,
  of: { readonly purpose: string; readonly patientIds: readonly string[] },
): Promise<void> {
  const all = [...new Set(of.patientIds)];
  for (let start = 0; start < all.length; start += PATIENTS_A_RECORD) {
    const subjects = all.slice(start, start + PATIENTS_A_RECORD);
    const act = { purpose: of.purpose, shown: subjects.length };
    await ledger.post({
      siteId,
      actor,
      type: 'patient_read',
      reads: [],
      decide: () => ({ act, subjects, answer: {} }),
    });
  }
}
