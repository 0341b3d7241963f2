// Appends one command after another until it is killed, and says which it has sent.
import { v7 } from 'uuid';
import { CommandId, ConferenceId, SiteId } from '@diemcau/domain/kernel';
import { connect } from '../platform/db/index.ts';
import { EventStore } from '../platform/event-store/index.ts';
import { conferenceStream } from './stream.ts';

const [url, conferenceId, hallId] = process.argv.slice(2);
if (!url || !conferenceId || !hallId) throw new Error('usage: URL CONFERENCE HALL');
const database = connect(url, { max: 4, onError: () => undefined });
const store = new EventStore(database, conferenceStream);
const id = ConferenceId.parse(conferenceId);
const source = { kind: 'site', siteId: SiteId.parse(hallId) } as const;

for (let i = 0; ; i++) {
  const commandId = CommandId.parse(v7());
  process.send?.(commandId);
  const command =
    i % 2 === 0
      ? ({ type: 'programme.cut', source: { kind: 'title' } } as const)
      : ({ type: 'programme.cut', source } as const);
  await store.submit(id, { commandId, actor: { kind: 'system', name: 'demo' }, command });
}
