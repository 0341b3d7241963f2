import type { Language } from './define-words.ts';
import { useLanguage } from './language.tsx';

/** Everything is shown in the time of Viet Nam, whatever the device says. */
const timeZone = 'Asia/Ho_Chi_Minh';

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** A moment: milliseconds since 1970, an ISO string, or a Date. */
export type Moment = number | string | Date;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A length as MM:SS, or H:MM:SS from one hour on. Counts whole seconds that have passed; never negative.
 * @param ms milliseconds
 */
export const formatLength = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
};

const partsOf = (format: Intl.DateTimeFormat, moment: Moment): Readonly<Record<string, string>> =>
  Object.fromEntries(format.formatToParts(new Date(moment)).map((part) => [part.type, part.value]));

/** Making a format of `Intl` takes milliseconds: each is made when it is first used, and kept. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const newFormats = (language: Language) => {
  const locale = locales[language];
  const decimal = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const day = once(
    () => new Intl.DateTimeFormat(locale, { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }),
  );
  const clock = once(
    () =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
  );
  const weekday = once(() => new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }));

  const date = (moment: Moment): string => {
    const part = partsOf(day(), moment);
    return `${part['day']}/${part['month']}/${part['year']}`;
  };
  const time = (moment: Moment): string => {
    const part = partsOf(clock(), moment);
    return `${part['hour']}:${part['minute']}`;
  };
  return {
    /** 1.234,5: at most one decimal. */
    number: (value: number): string => decimal().format(value),
    /** 3.355: a whole number. */
    count: (value: number): string => whole().format(value),
    /** 94,3 %: of a ratio between 0 and 1. */
    percent: (ratio: number): string => `${decimal().format(ratio * 100)} %`,
    /** 24/11/2026 */
    date,
    /** 08:30 */
    time,
    /** 08:30:05 */
    timeWithSeconds: (moment: Moment): string => `${time(moment)}:${partsOf(clock(), moment)['second']}`,
    /** 24/11/2026, 08:30 */
    dateTime: (moment: Moment): string => `${date(moment)}, ${time(moment)}`,
    /** thứ ba */
    weekday: (moment: Moment): string => weekday().format(new Date(moment)),
  };
};

export type Formats = ReturnType<typeof newFormats>;

const formats: Readonly<Record<Language, () => Formats>> = {
  vi: once(() => newFormats('vi')),
  en: once(() => newFormats('en')),
};

/** Numbers and dates of one language: 1.234,5 and 24/11/2026, 08:30 in Vietnamese. */
export const formatsOf = (language: Language): Formats => formats[language]();

/** The formats of the interface's language. */
export const useFormats = (): Formats => formatsOf(useLanguage().language);
