/** Languages of the pages. A new one is a name here and a strings file beside each `strings.en.ts`. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_UNDER = 'countersign.language';

export function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && Object.hasOwn(LANGUAGES, text);
}

/** What was chosen on this device, else what the browser asks for, else English. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT_UNDER);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** Kept on the device: it is no fact about a person. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT_UNDER, language);
}
