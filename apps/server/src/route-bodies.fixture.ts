// A body that its schema takes, for every route that reads one: by its address as it is registered, without the prefix.
import { conferenceBody, newId } from './under-test.ts';

const attendance = (prefix: string) => {
  const delegateId = newId();
  const person = { honorific: 'ông', name: 'An', position: null, unit: null, phone: null, rank: null };
  const pasted = { honorific: '', name: '', position: '', unit: '', kind: '', substituteFor: '', phone: '', rank: '' };
  const url = `${prefix}/sites/:siteId`;
  return {
    [`${url}/delegates`]: { id: newId(), delegateId, ...person, kind: 'official', substituteFor: null },
    [`${url}/delegates/removals`]: { id: newId(), delegateId: newId() },
    [`${url}/delegates/import`]: { id: newId(), rows: [{ delegateId: newId(), ...pasted }] },
    [`${url}/contact`]: { id: newId(), name: null, phone: '0912 345 678' },
    [`${url}/marks`]: { id: newId(), marks: [{ delegateId, status: 'present' }] },
    [`${url}/answers`]: { id: newId(), rollCallId: newId(), headCount: 1 },
  };
};

const asides = () => ({
  '/seats/:seatId/asides': { asideId: newId(), kind: 'talk', siteId: newId(), again: false },
  '/seats/:seatId/asides/endings': { asideId: newId() },
  '/seats/:seatId/sites/:siteId/test-call': { asideId: newId(), again: false },
  '/seats/:seatId/sites/:siteId/test-call/end': { asideId: newId() },
  '/seats/:seatId/cues': { cueId: newId(), siteId: newId(), said: { kind: 'ready', code: 'quiet' } },
  '/seats/:seatId/cues/seen': { cueId: newId() },
});

const messages = () => ({
  '/seats/:seatId/sites/:siteId/messages': { id: newId(), text: 'Kính gửi Thư ký' },
  '/seats/:seatId/sites/:siteId/messages/read': { no: 1 },
  '/seats/:seatId/sites/:siteId/support-messages': { id: newId(), text: 'Kính gửi Trực kỹ thuật' },
  '/seats/:seatId/sites/:siteId/support-messages/read': { no: 1 },
  '/seats/:seatId/messages/switches': { id: newId(), isOn: true, discussion: false },
  '/seats/:seatId/announcements': { id: newId(), text: 'Thông báo' },
  '/seats/:seatId/discussion': { id: newId(), text: 'Trao đổi' },
  '/seats/:seatId/discussion/read': { no: 1 },
});

const support = () => {
  const url = '/seats/:seatId/sites/:siteId';
  return {
    [`${url}/help`]: { id: newId(), kind: 'noPicture', note: '' },
    [`${url}/help/:helpId/take`]: { from: null },
    [`${url}/help/:helpId/answer`]: { text: 'Đang xử lý' },
    [`${url}/line-runs`]: { runId: newId() },
    '/seats/:seatId/line-runs/:runId/end': { found: null },
    [`${url}/checks`]: { results: [{ part: 'picture', right: true }] },
    '/seats/:seatId/readiness/sign-off': { missing: 0 },
  };
};

const making = () => {
  const copy = { conferenceId: newId(), name: 'Sao', startsAt: new Date().toISOString() };
  return {
    '/conferences': conferenceBody({ now: Date.now() }, newId()),
    '/conferences/:conferenceId/copies': copy,
    '/conferences/:conferenceId/templates': { templateId: newId(), name: 'Mẫu' },
    '/templates/:templateId': { name: 'Mẫu' },
    '/templates/:templateId/conferences': { ...copy, conferenceId: newId() },
    '/conferences/:conferenceId/invitations': { siteIds: [], underUnitIds: [], codes: [] },
    '/conferences/:conferenceId/invitations/person': {
      siteId: newId(),
      unitId: newId(),
      honorific: 'Bà',
      name: 'An',
      delegateId: newId(),
      position: 'Trưởng bản',
      unit: null,
    },
    '/conferences/:conferenceId/invitations/removals': { siteIds: [newId()] },
    '/conferences/:conferenceId/commands': { id: newId(), command: { type: 'conference.open' } },
  };
};

const entering = () => ({
  '/session': { login: 'a', password: 'b' },
  '/administrators/first': { secret: 'a', login: 'abc', name: 'A', password: 'x'.repeat(12) },
  '/conferences/:conferenceId/seats': { seatId: newId(), role: 'observer' },
  '/conferences/:conferenceId/clerk-links': { batchId: newId(), siteIds: [newId()] },
  '/conferences/:conferenceId/watch-link': { linkId: newId(), most: 5 },
  '/seats/redeem': { secret: 'a' },
  '/seats/:seatId/room-screen': { userCode: 'BCDFGHJK', replace: false },
  '/room-codes/token': { deviceCode: 'a' },
  '/watch': { secret: 'a', deviceKey: newId() },
  '/check-in': { id: newId(), secret: 'a', delegateId: newId() },
  '/check-in/names': { secret: 'a' },
  '/sites/resolve': { codes: ['01'] },
});

export const routeBodies = (): Readonly<Record<string, object>> => ({
  ...making(),
  ...entering(),
  ...attendance('/seats/:seatId'),
  ...attendance('/conferences/:conferenceId'),
  ...messages(),
  ...asides(),
  ...support(),
  '/seats/:seatId/attendance/reminders': { id: newId() },
  '/seats/:seatId/record/notes': {
    id: newId(),
    noteId: newId(),
    kind: 'note',
    text: 'Ghi',
    raisedBy: null,
    siteId: null,
    at: Date.now(),
  },
  '/seats/:seatId/record/notes/withdrawals': { id: newId(), noteId: newId() },
});
