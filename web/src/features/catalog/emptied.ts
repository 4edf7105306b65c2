/** Fields that had a value and have none any more: what a change names to be emptied. Of each, what it was and what it is. */
export function emptied(
  fields: Readonly<Record<string, readonly [was: string | number | undefined, is: string | number]>>,
): { readonly clear?: string[] } {
  const clear = Object.entries(fields).flatMap(([name, [was, is]]) => (was !== undefined && is === '' ? [name] : []));
  return clear.length === 0 ? {} : { clear };
}
