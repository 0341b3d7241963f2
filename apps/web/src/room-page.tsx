// What is drawn on the page of a room screen, read once its picture is there.
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomApp, type RoomAppProps } from './shell/index.ts';

export const drawRoom = (place: RoomAppProps['place']): void => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('room.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <RoomApp place={place} />
    </StrictMode>,
  );
};
