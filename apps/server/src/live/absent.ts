import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { PresenceBoard } from './presence.ts';
import type { LiveStore } from './stream.ts';

/** Sites of these whose room screen is connected to no server. */
const absentOf = async (
  presence: PresenceBoard,
  conferenceId: ConferenceId,
  siteIds: readonly SiteId[],
): Promise<SiteId[]> => {
  const sites = await presence.ofSites(conferenceId, siteIds);
  const here = new Set(sites.filter(({ room }) => room).map(({ siteId }) => siteId));
  return siteIds.filter((siteId) => !here.has(siteId));
};

/** The step of a polling passes over who is not there when it is due; all other commands stay as they are (P17). */
export const withAbsent =
  (store: LiveStore, presence: PresenceBoard) =>
  async (conferenceId: ConferenceId, command: Command): Promise<Command> => {
    if (command.type !== 'programme.stepPolling') return command;
    const { polling } = (await store.refresh(conferenceId)).state.programme;
    if (polling?.pollingId !== command.pollingId) return command;
    return { ...command, absent: await absentOf(presence, conferenceId, polling.siteIds) };
  };
