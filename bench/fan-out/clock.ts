/** Ms since the epoch, finer than a millisecond, the same for all processes of this machine. */
export const nowMs = (): number => performance.timeOrigin + performance.now();
