// `/room`: a page of its own, without the router and what else the other pages share. It opens unattended, often on a
// slow machine: before the code of the page is even read, the server is asked for what it will need first; the stage is
// joined before the code that follows the conference is read, and what draws comes after the picture.
import { askTicketAhead } from './media/ticket-ahead.ts';
import { openAgain } from './shell/new-build.ts';

/** Nobody stands before it: a part that did not come is fetched anew after so long, when there is a server again. */
const AGAIN_MS = 15_000;

const open = async (): Promise<void> => {
  try {
    if (ticket) {
      const { joinAhead } = await import('./media/room-ahead.ts');
      await joinAhead(ticket);
    }
    const { openRoomPlace } = await import('./shell/room-place.ts');
    const place = await openRoomPlace();
    const { drawRoom } = await import('./room-page.tsx');
    drawRoom(place);
  } catch (error) {
    setTimeout(openAgain, AGAIN_MS);
    throw error;
  }
};

const ticket = askTicketAhead(location.search);
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void open());
else void open();
