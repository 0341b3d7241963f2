import type { Actor, ConferenceId, SiteId, UnitId } from '../kernel/index.ts';
import { RULES, type Action } from './actions.ts';

/** What an action is about, as far as rights depend on it. */
export type Resource = {
  /** From the root of the tree down to the unit that it belongs to. */
  readonly unitPath: readonly UnitId[];
  readonly conferenceId: ConferenceId | null;
  readonly siteId: SiteId | null;
};

/** Where there is no single thing to protect: lists that hold only what the actor may see anyway. */
export const NOTHING: Resource = { unitPath: [], conferenceId: null, siteId: null };

/** A role in a unit covers its subtree (O2). */
export const covers = (unitIds: readonly UnitId[], unitPath: readonly UnitId[]): boolean =>
  unitPath.some((unitId) => unitIds.includes(unitId));

/** Whether the actor may learn that this exists at all; otherwise it looks the same as an unknown id (O5). */
export const mayKnow = (actor: Actor, resource: Resource): boolean => {
  if (resource === NOTHING) return true;
  switch (actor.kind) {
    case 'system':
      return true;
    case 'administrator':
      return covers(actor.unitIds, resource.unitPath);
    case 'seat':
      return actor.conferenceId === resource.conferenceId;
    case 'nobody':
      return false;
  }
};

/** The one place that says who may do what (O1). Pure: the edge builds `actor` and `resource`. */
export const may = (actor: Actor, action: Action, resource: Resource): boolean => {
  const rule = RULES[action];
  if (rule.anyone) return true;
  switch (actor.kind) {
    case 'nobody':
      return false;
    case 'system':
      return rule.system === true;
    case 'administrator':
      return rule.administrators === true && actor.unitIds.length > 0 && mayKnow(actor, resource);
    case 'seat':
      if (actor.conferenceId !== resource.conferenceId) return false;
      if (rule.seats?.includes(actor.role)) return true;
      return rule.ownSite?.includes(actor.role) === true && actor.siteId !== null && actor.siteId === resource.siteId;
  }
};

/** Whether the action needs no identity. */
export const isOpenToAnyone = (action: Action): boolean => RULES[action].anyone === true;
