import { useFormats } from '../ui/index.ts';

/** "1,6 Mbit/s", or "310 kbit/s". */
export const useRate = () => {
  const { number, count } = useFormats();
  return (bps: number): string =>
    bps >= 1_000_000 ? `${number(Math.round(bps / 100_000) / 10)} Mbit/s` : `${count(Math.round(bps / 1000))} kbit/s`;
};
