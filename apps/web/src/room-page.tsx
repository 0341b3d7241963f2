// `/room`: a page of its own, without the router and what else the other pages share. It opens unattended, often on a
// slow machine, and speaks to the server before it draws anything.
import './shell/room-line.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { followNewBuild, openRoom } from './shell/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('room.html has no #root');

followNewBuild();
void openRoom().then((RoomApp) =>
  createRoot(root).render(
    <StrictMode>
      <RoomApp />
    </StrictMode>,
  ),
);
