import { z } from 'zod';
import { ConferenceKind } from '../conference/index.ts';
import { ConferenceId, SiteId, TemplateId, countedPageOf, line } from '../kernel/index.ts';

const Time = z.iso.datetime({ offset: true });

/** A conference like another one, or like a template: with a name and a time of its own (C13). */
export const MakeBody = z.strictObject({
  /** Made by the page, so that a request sent twice makes one conference. */
  conferenceId: ConferenceId,
  name: line(200),
  startsAt: Time,
  /** Where it is to be held when not in the hall of the other one. */
  hallSiteId: SiteId.optional(),
});
export type MakeBody = z.output<typeof MakeBody>;

/** Most of each kind that are named; `total` says how many there are. */
export const MAX_LOST_NAMED = 20;
const lostOf = <T extends z.ZodType>(item: T) => z.object({ total: z.number().int(), first: z.array(item) });

/** What could not be taken over: sites that are no more, and speeches of people who would have been there. */
export const Lost = z.object({
  sites: lostOf(z.object({ code: z.string(), name: z.string() })),
  speeches: lostOf(z.object({ person: z.string(), site: z.string() })),
});
export type Lost = z.infer<typeof Lost>;

export const Made = z.object({ conferenceId: ConferenceId, invited: z.number().int(), lost: Lost });
export type Made = z.infer<typeof Made>;

/** Most templates of one unit. */
export const MAX_TEMPLATES = 500;

export const Template = z.object({
  templateId: TemplateId,
  name: z.string(),
  /** Comes with the product: it is neither renamed nor removed. */
  builtIn: z.boolean(),
  kind: ConferenceKind,
  /** Null: it names none, and who uses it chooses one. */
  hallName: z.string().nullable(),
  sites: z.number().int(),
  items: z.number().int(),
  rows: z.number().int(),
  madeAt: Time.nullable(),
});
export type Template = z.infer<typeof Template>;
export const TemplatePage = countedPageOf(Template);

export const SaveTemplateBody = z.strictObject({
  /** Made by the page, so that a request sent twice saves one template. */
  templateId: TemplateId,
  name: line(200),
});
export const RenameTemplateBody = SaveTemplateBody.omit({ templateId: true });
