import type { Keep } from './thread-model.ts';

/** Of one thread of one seat, on this device. Where nothing may be kept, a reload loses what was being written. */
export const keepOf = (seatId: string, thread: string): Keep => {
  const key = `messages.${seatId}.${thread}`;
  return {
    read: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        // Storage is forbidden: nothing was kept.
        return null;
      }
    },
    write: (text) => {
      try {
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Storage is full or forbidden: the page still sends.
      }
    },
  };
};
