import { z } from 'zod';
import {
  ConferenceId,
  PageQuery,
  TemplateId,
  foldText,
  ok,
  refuse,
  type Actor,
  type Result,
  type UnitId,
} from '@diemcau/domain/kernel';
import { type PreparationCode } from '@diemcau/domain/conference';
import {
  MAX_TEMPLATES,
  Made,
  MakeBody,
  RenameTemplateBody,
  SaveTemplateBody,
  Template,
  TemplatePage,
} from '@diemcau/domain/snapshot';
import type { LiveCode } from '@diemcau/domain/live';
import { NOTHING, covers, unitsOf, type Action, type Resource } from '@diemcau/domain/organisation';
import type { ConferenceSnapshot } from '@diemcau/domain/snapshot';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import { cursorText, cutPage, readCursor, type Api } from '../platform/http/index.ts';
import type { ReadPlan } from '../platform/live-port.ts';
import { builtInSnapshot, builtInTemplate, builtInTemplates } from './built-in.ts';
import type { Making } from './make.ts';
import type { Units } from './ports.ts';
import { snapshotOf } from './snapshot.ts';
import type { ConferenceStore } from './store.ts';
import type { TemplateStore } from './template-store.ts';

type Code = PreparationCode | LiveCode | 'access.forbidden' | 'access.not_found';
type Parts = {
  readonly db: Db;
  readonly store: ConferenceStore;
  readonly templates: TemplateStore;
  readonly units: Pick<Units, 'pathOf'>;
  readonly make: Making;
  readonly readPlan: ReadPlan;
  /** ms since the epoch. */
  readonly now: () => number;
};

const ByConference = z.object({ conferenceId: ConferenceId });
const ByTemplate = z.object({ templateId: TemplateId });
const ofUnit = (unitPath: readonly UnitId[]): Resource => ({ unitPath, conferenceId: null, siteId: null });

/** The sites of the largest conference, and its hall. */
const ALL_SITES = 10_001;

/** Copies of conferences and templates for new ones. A template is seen, used and kept by who administers its unit. */
export const templateRoutes = (api: Api<Action, Resource, Code>, parts: Parts): void => {
  const { store, readPlan } = parts;
  const read = async (conferenceId: ConferenceId): Promise<ConferenceSnapshot> => {
    const found = await store.find(conferenceId);
    if (!found) throw new Error('a conference is not there any more');
    const [sites, plan] = await Promise.all([
      store.sites({ conferenceId, q: '' }, null, ALL_SITES),
      readPlan(conferenceId),
    ]);
    return snapshotOf(found, sites, plan);
  };
  conferences(api, parts, read);
  listAndRead(api, parts);
  keep(api, parts);
};

/** An id that is in use elsewhere must not tell that it is. */
const mayTake = async (store: ConferenceStore, actor: Actor, conferenceId: ConferenceId): Promise<boolean> => {
  const found = await store.findAny(conferenceId);
  return !found || covers(unitsOf(actor), found.unitPath);
};

/** Makes a conference of the administrator's own unit. */
const makeFor = async (
  { store, make }: Pick<Parts, 'store' | 'make'>,
  actor: Actor,
  body: MakeBody,
  read: () => Promise<ConferenceSnapshot>,
): Promise<Result<Made, Code>> => {
  const [unitId] = unitsOf(actor);
  if (unitId === undefined) return refuse('access.forbidden');
  if (!(await mayTake(store, actor, body.conferenceId))) return refuse('conference.not_found');
  return make(actor, unitId, unitsOf(actor), body, read);
};

const conferences = (
  api: Api<Action, Resource, Code>,
  { db, store, templates, units, make, now }: Parts,
  read: (conferenceId: ConferenceId) => Promise<ConferenceSnapshot>,
): void => {
  const common = {
    as: 'administrator',
    method: 'POST',
    params: ByConference,
    unknown: 'conference.not_found',
    resource: async ({ params }: { readonly params: z.output<typeof ByConference> }) => {
      const found = await store.find(params.conferenceId);
      return found ? ofUnit(found.unitPath) : null;
    },
  } as const;
  api.route({
    ...common,
    url: '/conferences/:conferenceId/copies',
    action: 'conference.copy',
    summary: 'Make a conference like this one, with another name and time; seats and links are not copied',
    body: MakeBody,
    response: Made,
    status: 201,
    handler: ({ actor, params, body }) => makeFor({ store, make }, actor, body, () => read(params.conferenceId)),
  });
  api.route({
    ...common,
    url: '/conferences/:conferenceId/templates',
    action: 'template.save',
    summary: 'Save a conference as it stands now as a template of the unit of the administrator',
    body: SaveTemplateBody,
    handler: async ({ actor, params, body }) => {
      const { templateId, name } = body;
      const [unitId] = unitsOf(actor);
      const unitPath = unitId && (await units.pathOf(unitId));
      if (unitId === undefined || !unitPath) return refuse('access.forbidden');
      const before = await templates.find(templateId);
      if (before || builtInTemplate(templateId)) {
        if (!before || !covers(unitsOf(actor), before.unitPath)) return refuse('template.not_found');
        return before.name === name ? ok(undefined) : refuse('template.exists');
      }
      if ((await templates.countOf(unitId)) >= MAX_TEMPLATES) return refuse('template.full');
      const { conferenceId } = params;
      const snapshot = await read(conferenceId);
      await db.transaction().execute(async (trx) => {
        const template = { templateId, unitId, unitPath, name, snapshot, madeAt: new Date(now()) };
        if (!(await templates.insert(trx, template))) return;
        await audit(trx, { action: 'template.save', actor, subject: { templateId, conferenceId }, change: { name } });
      });
      return ok(undefined);
    },
  });
};

/** Built-in ones are everybody's to read and use, and nobody's to change. */
const forUse = (templates: TemplateStore) => async (input: { readonly params: z.output<typeof ByTemplate> }) => {
  const { templateId } = input.params;
  if (builtInTemplate(templateId)) return NOTHING;
  const found = await templates.find(templateId);
  return found && found.removedAt === null ? ofUnit(found.unitPath) : null;
};

const listAndRead = (api: Api<Action, Resource, Code>, { store, templates, make }: Parts): void => {
  const common = { as: 'administrator', unknown: 'template.not_found' } as const;
  api.route({
    ...common,
    method: 'GET',
    url: '/templates',
    action: 'template.list',
    summary: 'Templates for conferences: those that come with the product first, then by name',
    query: PageQuery,
    response: TemplatePage,
    handler: async ({ actor, query }) => {
      const search = { within: unitsOf(actor), q: query.q ?? '' };
      const after = readCursor(z.tuple([cursorText, TemplateId]), query.cursor);
      const [rows, total] = await Promise.all([
        templates.list(search, after, query.limit + 1),
        templates.count(search),
      ]);
      const builtIn = builtInTemplates(search.q);
      const page = cutPage(rows, query.limit, ({ name, templateId }) => [foldText(name), templateId]);
      return ok({
        items: [...(after ? [] : builtIn), ...page.rows],
        next: page.next,
        total: total + builtIn.length,
      });
    },
  });
  const one = { ...common, params: ByTemplate, resource: forUse(templates) } as const;
  api.route({
    ...one,
    method: 'GET',
    url: '/templates/:templateId',
    action: 'template.read',
    summary: 'One template with what it holds',
    response: Template,
    handler: async ({ params }) => {
      const found = builtInTemplate(params.templateId) ?? (await templates.one(params.templateId));
      return found ? ok(found) : refuse('template.not_found');
    },
  });
  api.route({
    ...one,
    method: 'POST',
    url: '/templates/:templateId/conferences',
    action: 'template.use',
    summary: 'Make a conference from a template',
    body: MakeBody,
    response: Made,
    status: 201,
    handler: async ({ actor, params, body }) => {
      const snapshot = builtInSnapshot(params.templateId) ?? (await templates.snapshot(params.templateId));
      return snapshot ? makeFor({ store, make }, actor, body, async () => snapshot) : refuse('template.not_found');
    },
  });
};

const keep = (api: Api<Action, Resource, Code>, { db, templates, now }: Parts): void => {
  const common = {
    as: 'administrator',
    url: '/templates/:templateId',
    params: ByTemplate,
    unknown: 'template.not_found',
    resource: async ({ params }: { readonly params: z.output<typeof ByTemplate> }) => {
      const found = await templates.find(params.templateId);
      return found ? ofUnit(found.unitPath) : null;
    },
  } as const;
  api.route({
    ...common,
    method: 'POST',
    action: 'template.rename',
    summary: 'Give a template another name',
    body: RenameTemplateBody,
    handler: async ({ actor, params: { templateId }, body: { name } }) => {
      const before = await templates.find(templateId);
      if (!before || before.removedAt !== null) return refuse('template.not_found');
      if (before.name === name) return ok(undefined);
      await db.transaction().execute(async (trx) => {
        await templates.rename(trx, templateId, name);
        const change = { before: before.name, after: name };
        await audit(trx, { action: 'template.rename', actor, subject: { templateId }, change });
      });
      return ok(undefined);
    },
  });
  api.route({
    ...common,
    method: 'DELETE',
    action: 'template.remove',
    summary: 'Remove a template; conferences that were made from it stay as they are',
    handler: async ({ actor, params: { templateId } }) => {
      const before = await templates.find(templateId);
      if (!before || before.removedAt !== null) return ok(undefined);
      await db.transaction().execute(async (trx) => {
        await templates.remove(trx, templateId, new Date(now()));
        await audit(trx, { action: 'template.remove', actor, subject: { templateId }, change: { name: before.name } });
      });
      return ok(undefined);
    },
  });
};
