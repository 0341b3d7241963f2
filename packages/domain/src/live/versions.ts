import { LiveEvent } from './events.ts';

/** The newest version of each event that this code writes. Older ones are upcast on reading and kept as fixtures. */
export const EVENT_VERSION = 1;

export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
  readonly type: string;
  readonly version: number;
  constructor(type: string, version: number) {
    super(`event ${type} of version ${version} is newer than this program`);
    this.type = type;
    this.version = version;
  }
}

/** A stored event as this code knows it. Throws `UnknownEvent` for a type, version or shape that it does not know. */
export const readEvent = (type: string, version: number, data: unknown): LiveEvent => {
  if (version !== EVENT_VERSION || typeof data !== 'object' || data === null) throw new UnknownEvent(type, version);
  const parsed = LiveEvent.safeParse({ ...data, type });
  if (!parsed.success) throw new UnknownEvent(type, version);
  return parsed.data;
};
