// `/room`: a page of its own, without the router and what else the other pages share. It opens unattended, often on a
// slow machine: before the code of the page is even read, the server is asked for what it will need first.
import { askTicketAhead } from './media/ticket-ahead.ts';

askTicketAhead(location.search);
void import('./room-page.tsx');
