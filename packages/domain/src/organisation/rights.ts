import type { Actor, ConferenceId, SiteId, UnitId } from '../kernel/index.ts';
import { RULES, type Action } from './actions.ts';

/** What an action is about, as far as rights depend on it. */
export type Resource = {
  /** From the root of the tree down to the unit that it belongs to. */
  readonly unitPath: readonly UnitId[];
  readonly conferenceId: ConferenceId | null;
  readonly siteId: SiteId | null;
  /**
   * Given for what is one site's own affair: the sites of its province, whose clerks may act in its place. Seats of
   * all other sites do not even know of it.
   */
  readonly above?: readonly SiteId[];
};

/** Where there is no single thing to protect: lists that hold only what the actor may see anyway. */
export const NOTHING: Resource = { unitPath: [], conferenceId: null, siteId: null };

/** The units in which the actor holds a role; nobody's are none. */
export const unitsOf = (actor: Actor): readonly UnitId[] => (actor.kind === 'administrator' ? actor.unitIds : []);

/** A role in a unit covers its subtree (O2). */
export const covers = (unitIds: readonly UnitId[], unitPath: readonly UnitId[]): boolean =>
  unitPath.some((unitId) => unitIds.includes(unitId));

const isOf = ({ siteId }: Resource, own: SiteId): boolean => siteId === own;
const isAbove = ({ above }: Resource, own: SiteId): boolean => above?.includes(own) === true;

/** Whether the actor may learn that this exists at all; otherwise it looks the same as an unknown id (O5). */
export const mayKnow = (actor: Actor, resource: Resource): boolean => {
  if (resource === NOTHING) return true;
  switch (actor.kind) {
    case 'system':
      return true;
    case 'administrator':
      return covers(actor.unitIds, resource.unitPath);
    case 'seat': {
      const { siteId } = actor;
      if (actor.conferenceId !== resource.conferenceId) return false;
      return resource.above === undefined || siteId === null || isOf(resource, siteId) || isAbove(resource, siteId);
    }
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
      if (actor.siteId === null) return false;
      if (rule.ownSite?.includes(actor.role) && isOf(resource, actor.siteId)) return true;
      return rule.province?.includes(actor.role) === true && isAbove(resource, actor.siteId);
  }
};

/** Whether the action needs no identity. */
export const isOpenToAnyone = (action: Action): boolean => RULES[action].anyone === true;
