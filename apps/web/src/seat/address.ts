import { SeatId } from '@diemcau/domain/kernel';

/** The seat that the page's address names (`?seat=`), as links to a page carry it; null when it names none. */
export const seatInAddress = (search: string): SeatId | null => {
  const parsed = SeatId.safeParse(new URLSearchParams(search).get('seat'));
  return parsed.success ? parsed.data : null;
};
