/**
 * The initials of a person's name as displayed, without what follows a comma: `Nora Quill, RN` is `NQ`. The written name
 * or the initials of whoever gave a dose stand in its record (21 CFR 1304.22(c)).
 */
export function initials(displayName: string): string {
  const [name = ''] = displayName.split(',');
  return name
    .split(/[\s.-]+/u)
    .map((word) => word.match(/^\p{L}/u)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
