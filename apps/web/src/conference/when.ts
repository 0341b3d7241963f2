const dateRule = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})$/;
const timeRule = /^(\d{1,2})(?:[:hg.](\d{2})?)?$/i;

const two = (value: string): string => value.padStart(2, '0');

/** A date as it is typed in Viet Nam (28/12/2026, 1.2.2027), as YYYY-MM-DD; null when there is no such day. */
export const readDate = (typed: string): string | null => {
  const [, day, month, year] = dateRule.exec(typed.trim()) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const text = `${year}-${two(month)}-${two(day)}`;
  const moment = new Date(`${text}T00:00:00Z`);
  // 31/02 would slip into March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? text : null;
};

/** A time as it is typed (8:00, 08:30, 8h30, 8h), as HH:MM; null when there is no such time. */
export const readTime = (typed: string): string | null => {
  const [, hours, minutes = '00'] = timeRule.exec(typed.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${two(hours)}:${minutes}`;
};

/** YYYY-MM-DD, as calendars give it, in the form in which it is typed. */
export const showDate = (iso: string): string => iso.split('-').toReversed().join('/');
