import type { Room } from 'livekit-client';

/** LiveKit's engine has let this room in; what its answer holds is of no matter here. */
export const letIn = (room: Room): void => {
  const [told] = room.engine.listeners('joined').slice(-1);
  if (told) Reflect.apply(told, room.engine, []);
};
