const MEANINGS = ['performed', 'witnessed', 'checked', 'approved'] as const;

/** The words for what somebody did with a record. */
export function meaningKey(meaning: string): `meaning_${(typeof MEANINGS)[number]}` {
  return `meaning_${MEANINGS.find((known) => known === meaning) ?? 'performed'}`;
}
