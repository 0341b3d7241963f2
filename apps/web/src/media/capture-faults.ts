/** How a device is: `blocked` by the browser's permission, `busy` in another program, `off` not asked for yet. */
export type DeviceStatus = 'ok' | 'blocked' | 'missing' | 'busy' | 'off';

/** What a refusal of `getUserMedia` means for the person in front of it (W3C Media Capture, 10.3). */
export const statusOfFault = (fault: unknown): Exclude<DeviceStatus, 'ok' | 'off'> => {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
};
