import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

import { type Language, languageOf, type SameShape, type Words } from './define-words.ts';

/** Where the person's choice is kept on their own device. */
const languageKey = 'diemcau.language';

type LanguageChoice = { readonly language: Language; readonly setLanguage: (language: Language) => void };

const LanguageContext = createContext<LanguageChoice | null>(null);

const storedLanguage = (): Language => {
  try {
    return languageOf(localStorage.getItem(languageKey));
  } catch {
    // Storage may be forbidden (private window, kiosk policy): the interface is then Vietnamese.
    return 'vi';
  }
};

/** Whether the choice will be remembered; where storage is forbidden it holds for this page alone. */
const storeLanguage = (language: Language): boolean => {
  try {
    localStorage.setItem(languageKey, language);
    return true;
  } catch {
    return false;
  }
};

/** Gives the page its language: the stored one, else `initial`, else Vietnamese; `<html lang>` follows. */
export const LanguageProvider = ({ children, initial }: { children: ReactNode; initial?: Language }) => {
  const [language, set] = useState<Language>(() => initial ?? storedLanguage());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const setLanguage = useCallback((next: Language) => {
    storeLanguage(next);
    set(next);
  }, []);
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
};

/** The language of the interface and the way to change it. */
export const useLanguage = (): LanguageChoice => {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider above it');
  return choice;
};

/** The words of `defineWords` in the language of the interface. */
export const useWords = <T,>(words: Words<T>): SameShape<T> => words[useLanguage().language];

/** Picks the sentence of the interface's language from a value that carries both, such as a problem. */
export const useSentence = (): ((both: { readonly vi: string; readonly en: string }) => string) => {
  const { language } = useLanguage();
  return useCallback((both) => both[language], [language]);
};
