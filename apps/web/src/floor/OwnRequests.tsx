import './AskForm.css';
import { SpeechKind } from '@diemcau/domain/kernel';
import type { Mine } from '@diemcau/domain/wire';
import { useState } from 'react';

import type { Names } from '../live/index.ts';
import { Button, ConfirmDialog, Tag, useFormats, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { askWords } from './ask-words.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { addressed } from './labels.ts';
import { personOf } from '../live/naming.ts';
import { floorWords } from './words.ts';

type OwnRequest = Mine['requests'][number];

const useWho = (names: Names) => {
  const words = useWords(floorWords);
  return (request: OwnRequest): string => {
    const person = personOf(names, request.speakerId);
    return person === null ? words.unnamedPerson : addressed(person);
  };
};

/** The kind as words; a kind of a newer server is shown as it came. */
const useKindName = () => {
  const labels = useWords(speechKindWords).label;
  return (kind: string): string => {
    const known = SpeechKind.safeParse(kind);
    return known.success ? labels[known.data] : kind;
  };
};

export type OwnRequestsProps = { requests: readonly OwnRequest[]; names: Names; run: Run };

/** What this site asked for: who, about what, at which place of the queue; each can be withdrawn. */
export const OwnRequests = ({ requests, names, run }: OwnRequestsProps) => {
  const words = useWords(askWords).own;
  const { count } = useFormats();
  const who = useWho(names);
  const kindName = useKindName();
  const [asked, ask] = useState<OwnRequest | null>(null);
  if (requests.length === 0) return <p className="fl-own-none small muted">{words.none}</p>;
  return (
    <>
      <ol className="fl-own">
        {requests.map((request) => (
          <li key={request.requestId}>
            <div className="grow">
              <p>
                <b>{who(request)}</b>
              </p>
              <p className="small muted">
                {kindName(request.kind)}
                {request.subject !== null && ` · ${request.subject}`}
              </p>
            </div>
            <Tag tone={request.place === 1 ? 'amber' : 'plain'}>
              {request.place === 1 ? words.next : words.place(count(request.place))}
            </Tag>
            <Button size="small" tone="quiet" label={words.withdrawLabel(who(request))} onPress={() => ask(request)}>
              {words.withdraw}
            </Button>
          </li>
        ))}
      </ol>
      {asked && (
        <ConfirmDialog
          open
          title={words.askTitle(who(asked))}
          effect={words.effect}
          confirm={words.confirm}
          onConfirm={() => run({ type: 'floor.withdraw', requestId: asked.requestId }).then(() => ask(null))}
          onCancel={() => ask(null)}
        />
      )}
    </>
  );
};
