import { z } from 'zod';
import { ItemTitle } from '../agenda/index.ts';
import { SpeakerText, Subject } from '../floor/index.ts';
import { CommandId, SiteId } from '../kernel/index.ts';
import { Command } from '../live/index.ts';
import { FilmTitle, SourceName } from '../programme/index.ts';
import { RowText } from '../run-sheet/index.ts';
import { LineNow } from '../support/index.ts';
import { ClerkControl, DeviceReport } from './device.ts';

/** Longest frame that a page may send, in bytes. */
export const MAX_FRAME_BYTES = 64 * 1024;

/** Texts that go with a command: they are stored in tables, never in an event. */
export const CommandTexts = z.strictObject({
  speaker: SpeakerText.optional(),
  /** Of a row: who speaks when the speaker cannot. */
  reserve: SpeakerText.optional(),
  subject: Subject.optional(),
  /** Of an agenda item. */
  title: ItemTitle.optional(),
  /** Of a film that is shown from a file: what the file is called. */
  film: FilmTitle.optional(),
  /** Of a further camera or a table microphone. */
  source: SourceName.optional(),
  /** Of a row of the run sheet. */
  row: RowText.optional(),
});
export type CommandTexts = z.infer<typeof CommandTexts>;

/** A command as pages send it: `id` makes it safe to send again. */
export const CommandBody = z.strictObject({ id: CommandId, command: Command, texts: CommandTexts.optional() });
export type CommandBody = z.infer<typeof CommandBody>;

export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.number().int(),
    epoch: z.string().max(64).nullable(),
    lastSeq: z.number().int().min(0),
  }),
  z.strictObject({ type: z.literal('command'), ...CommandBody.shape }),
  /** Desks: the sites whose tiles are visible now; they alone report levels. */
  z.strictObject({ type: z.literal('watch'), siteIds: z.array(SiteId).max(60) }),
  /** Room screens: their devices, to their own clerk. */
  z.strictObject({ type: z.literal('report'), report: DeviceReport }),
  /** Room screens: their line, now and then and when it is another, whoever looks. */
  z.strictObject({ type: z.literal('line'), line: LineNow }),
  /** Clerks: to the room screen of their own site. */
  z.strictObject({ type: z.literal('control'), control: ClerkControl }),
  z.strictObject({ type: z.literal('ping'), t: z.number() }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;
