import { openLine } from '../screens/room/line.ts';

/** Of the room screen's page: made when this is imported, which is before anything else of it runs. */
export const roomLine = openLine(location.search);
