import { useFormats } from '../ui/index.ts';

/** "08:30" of today, "24/11/2026, 08:30" of any other day. */
export const useMoment = (): ((at: string | number) => string) => {
  const { date, time, dateTime } = useFormats();
  return (at) => (date(at) === date(Date.now()) ? time(at) : dateTime(at));
};
