import type { PatientDetails } from '../../domain/acts/patient-details.js';

/** Whether a patient's name, date of birth and reference hold every word of a text, whatever its case or accents. */
export function matcherOf(text: string): (patient: Partial<PatientDetails>) => boolean {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return ({ name = '', birthDate = '', reference = '' }) => {
    const said = plain(`${name}\n${birthDate}\n${reference}`);
    return words.length > 0 && words.every((word) => said.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
