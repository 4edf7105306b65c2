import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { firstLanguage, keepLanguage, type Language } from './languages.js';

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
document.documentElement.lang = i18next.language;

type Words = Readonly<Record<string, string>>;
/** `vials_one` and `vials_other` are asked for as `vials`, with `{ count }`. */
type Key<T> = keyof T extends infer K ? (K extends `${infer Base}_${'one' | 'other' | 'many'}` ? Base : K) : never;
/** Every language says all that English says. Spanish has a third plural, `_many`, which may be left to `_other`. */
export type Same<T> = { readonly [K in keyof T]: string } & Partial<Record<`${string}_many`, string>>;

export type Say<T> = (key: Key<T> & string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Declares the words of one part of the pages and gives the hook that says them: `const useWords = strings('counts', en, es)`,
 * then `const say = useWords()` and `say('title')`. What a language lacks does not compile.
 */
export function strings<const T extends Words>(name: string, en: T, es: Same<T>): () => Say<T> {
  i18next.addResourceBundle('en', name, en);
  i18next.addResourceBundle('es', name, es);
  return function useWords(): Say<T> {
    const { t } = useTranslation(name);
    return useCallback((key, values) => t(key as string, { ...values }), [t]);
  };
}

/** The language in use, and how it is changed. */
export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  const { i18n } = useTranslation();
  return {
    language: i18n.language as Language,
    choose: (language) => {
      keepLanguage(language);
      document.documentElement.lang = language;
      void i18n.changeLanguage(language);
    },
  };
}

/** The language in use, outside a component. */
export function currentLanguage(): Language {
  return i18next.language as Language;
}
