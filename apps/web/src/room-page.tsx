// The page of a room screen. It speaks to the server before it draws anything.
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
