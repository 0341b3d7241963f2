import { isScreen, type Live } from '@diemcau/domain/live';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type { OwnRollCall } from '@diemcau/domain/wire';
import { sitesOf, type Member } from './member.ts';
import type { ReadAttendance, Seats } from './ports.ts';

type Deps = { readonly conferenceId: ConferenceId; readonly attendance: ReadAttendance; readonly seats: Seats };

/** How each of these pages' sites stands in the latest roll call; room screens get their code while it is open. */
export const ownRollCalls = async (
  { attendance, conferenceId }: Deps,
  { attendance: { rollCall } }: Live,
  members: readonly Member[],
): Promise<(member: Member) => OwnRollCall | null> => {
  if (!rollCall) return () => null;
  const screens = rollCall.status === 'open' ? members.filter(({ holder }) => holder.role === 'room') : [];
  const [own, checkIns] = await Promise.all([
    attendance.own(conferenceId, rollCall.rollCallId, sitesOf(members)),
    screens.length === 0
      ? new Map<SiteId, string>()
      : attendance.checkIns(conferenceId, rollCall.rollCallId, sitesOf(screens)),
  ]);
  return ({ holder: { role, siteId } }) => {
    const standing = siteId === null ? undefined : own.get(siteId);
    const checkIn = role === 'room' && siteId !== null ? (checkIns.get(siteId) ?? null) : null;
    return standing ? { ...standing, checkIn } : null;
  };
};

/** The computers that are screens of sites, as their browsers name them. */
export const screenLabels = async ({ seats, conferenceId }: Deps): Promise<ReadonlyMap<SiteId, string>> => {
  const held = await seats.seatsOf(conferenceId);
  return new Map(
    held.flatMap(({ role, siteId, deviceLabel }) => (isScreen(role) && siteId !== null ? [[siteId, deviceLabel]] : [])),
  );
};
