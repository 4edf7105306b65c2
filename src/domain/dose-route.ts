/** How a dose reaches the patient (regulations.md section 7). */
export const ROUTES = [
  'intravenous',
  'intramuscular',
  'subcutaneous',
  'intranasal',
  'oral',
  'sublingual',
  'rectal',
] as const;
export type Route = (typeof ROUTES)[number];
