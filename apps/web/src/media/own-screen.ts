import type { SeatId } from '@diemcau/domain/kernel';
import { sendContent } from './content-sender.ts';
import { newRoom, StageConnection } from './stage-connection.ts';
import { fetchTicket } from './ticket.ts';

/** Letters on slides move seldom. */
const PICTURE = { frameRate: { ideal: 15, max: 30 } };

/** Phones cannot show their screen. */
export const canShowScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/**
 * Within a press: asks the person which window or screen. A picture and nothing else.
 * @returns null when they chose none
 */
export const chooseScreen = async (): Promise<MediaStreamTrack | null> => {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: PICTURE, audio: false });
    for (const sound of stream.getAudioTracks()) sound.stop();
    return stream.getVideoTracks()[0] ?? null;
  } catch (fault) {
    if (fault instanceof DOMException && (fault.name === 'NotAllowedError' || fault.name === 'AbortError')) return null;
    throw fault;
  }
};

/** Sends it from a page that is no member of the media otherwise: joins for so long, sees and hears nothing. */
export const sendScreen = (seatId: SeatId, track: MediaStreamTrack): (() => void) => {
  const room = newRoom();
  const connection = new StageConnection({
    room,
    ticket: () => fetchTicket(seatId),
    nowMs: () => performance.now(),
    random: Math.random,
  });
  const stop = sendContent(room, track);
  connection.want(true);
  return () => {
    stop();
    connection.want(false);
  };
};
