/** The languages of the interface. Vietnamese is first; whatever is not listed reads Vietnamese. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** A tree of sentences; a sentence with parts is a function that returns it. */
export type WordTree = { readonly [key: string]: string | ((...parts: never[]) => string) | WordTree };

/** What the other language must supply: the same keys, a sentence for a sentence, the same parts for a function. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : SameShape<T[K]>;
};

/** The words of one slice or screen in both languages. Read them in a component with `useWords`. */
export type Words<T> = Readonly<Record<Language, SameShape<T>>>;

/** Pairs the Vietnamese words with the English ones, whose type must satisfy the Vietnamese. */
export const defineWords = <const T extends WordTree>(vi: T & SameShape<T>, en: SameShape<T>): Words<T> => ({
  vi,
  en,
});

/** The listed language that a stored or asked-for one stands for: "en-GB" is English, "km" reads Vietnamese. */
export const languageOf = (asked: string | null | undefined): Language => {
  const primary = asked?.trim().toLowerCase().split('-')[0];
  return languages.find((language) => language === primary) ?? 'vi';
};
