import { ContactBody, PutDelegateBody, RemoveDelegateBody, type Delegate } from '@diemcau/domain/attendance';
import { z } from 'zod';

import type { Roster } from './roster-port.ts';

/** A change of a roster itself, with the id that its page made. */
export const RosterEdit = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('put'), body: PutDelegateBody }),
  z.strictObject({ do: z.literal('remove'), body: RemoveDelegateBody }),
  z.strictObject({ do: z.literal('contact'), body: ContactBody }),
]);
export type RosterEdit = z.output<typeof RosterEdit>;

const UNMARKED = { status: 'unknown', arrivedAt: null, leftAt: null, reason: null } as const;

const withDelegate = (delegates: readonly Delegate[], body: z.output<typeof PutDelegateBody>): readonly Delegate[] => {
  const { id: _id, ...text } = body;
  const isNew = delegates.every(({ delegateId }) => delegateId !== text.delegateId);
  return isNew
    ? [...delegates, { ...UNMARKED, marks: [], ...text }]
    : delegates.map((one) => (one.delegateId === text.delegateId ? { ...one, ...text } : one));
};

/** The roster as it will be once these changes are taken, in their order. */
export const edited = (roster: Roster, edits: readonly RosterEdit[]): Roster =>
  edits.reduce<Roster>((now, edit) => {
    switch (edit.do) {
      case 'put':
        return { ...now, delegates: withDelegate(now.delegates, edit.body) };
      case 'remove':
        return { ...now, delegates: now.delegates.filter(({ delegateId }) => delegateId !== edit.body.delegateId) };
      case 'contact':
        return { ...now, contact: { name: edit.body.name, phone: edit.body.phone } };
    }
  }, roster);
