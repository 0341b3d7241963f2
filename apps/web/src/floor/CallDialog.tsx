import type { SpeechKind } from '@diemcau/domain/kernel';
import { RequestId, type SeatId, type SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useState } from 'react';

import { Button, CheckField, Dialog, TextField, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { askWords } from './ask-words.ts';
import { type Call, callNow, enqueue, type Step } from './call-plan.ts';
import { DEFAULT_HONORIFIC } from '../live/honorifics.ts';
import { checkPerson, checkSubject, emptyPerson, type PersonTrouble } from './person-form.ts';
import { KindField, PersonFields } from './PersonFields.tsx';
import { SitePicker } from './SitePicker.tsx';
import { LimitField } from './TurnTime.tsx';
import { floorWords } from './words.ts';

export type CalledSite = { readonly siteId: SiteId; readonly name: string; readonly province: string | null };

export type CallDialogProps = {
  live: Live;
  seatId: SeatId;
  run: Run;
  /** What each turn gets on this desk. */
  turnLimit: number | null;
  /** Chosen already: a site that stands by without a request. */
  site: CalledSite | null;
  onClose: () => void;
};

const useCall = ({ live, run, turnLimit, onClose }: CallDialogProps) => {
  const [kind, setKind] = useState<SpeechKind>('discussion');
  const [limitSeconds, setLimit] = useState(turnLimit);
  const [named, setNamed] = useState(false);
  const [draft, setDraft] = useState({ ...emptyPerson, honorific: DEFAULT_HONORIFIC as string });
  const [subject, setSubject] = useState('');
  const [trouble, setTrouble] = useState<PersonTrouble>({});
  const [ids] = useState(() => ({
    requestId: RequestId.parse(crypto.randomUUID()),
    speakerId: SpeakerId.parse(crypto.randomUUID()),
  }));

  /** What is to be called, or null while something typed is wrong. */
  const checked = (siteId: SiteId): Call | null => {
    const person = named ? checkPerson(draft) : null;
    setTrouble(person?.ok === false ? person.trouble : {});
    const about = checkSubject(subject);
    if (person?.ok === false || about.trouble) return null;
    return { siteId, kind, limitSeconds, person: person?.person ?? null, subject: about.subject ?? null };
  };
  const perform = async (steps: readonly Step[]) => {
    for (const { command, texts } of steps) {
      if (!(await run(command, texts))) return;
    }
    onClose();
  };
  const grant = (siteId: SiteId) => {
    const call = checked(siteId);
    return call ? perform(callNow(live, call, ids)) : undefined;
  };
  const queue = (siteId: SiteId) => {
    const call = checked(siteId);
    const step = call ? enqueue(call, ids) : null;
    return step ? perform([step]) : undefined;
  };
  return {
    kind,
    setKind,
    limitSeconds,
    setLimit,
    named,
    setNamed,
    draft,
    setDraft,
    subject,
    setSubject,
    trouble,
    grant,
    queue,
  };
};

const Chosen = ({ site, onChange }: { site: CalledSite; onChange: () => void }) => {
  const words = useWords(floorWords).call;
  return (
    <div className="fl-chosen">
      <div className="grow">
        <p className="small muted">{words.chosen}</p>
        <p>
          <b>{site.name}</b>
          {site.province !== null && ` · ${site.province}`}
        </p>
      </div>
      <Button size="small" onPress={onChange}>
        {words.change}
      </Button>
    </div>
  );
};

/** Gives the floor to any site, unasked, or puts a person of it into the queue on its behalf. */
export const CallDialog = (props: CallDialogProps) => {
  const { live, seatId, onClose } = props;
  const words = useWords(floorWords);
  const ask = useWords(askWords);
  const [site, setSite] = useState(props.site);
  const call = useCall(props);
  const speaking = live.floor.turn !== null;
  const isOpen = live.conference.status === 'open';
  return (
    <Dialog
      open
      title={words.call.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{ask.correct.close}</Button>
          {site && (
            <Button disabled={!call.named} onPress={() => call.queue(site.siteId)}>
              {words.call.enqueue}
            </Button>
          )}
          {site && (
            <Button tone="primary" disabled={!isOpen} onPress={() => call.grant(site.siteId)}>
              {speaking ? words.call.endAndGrant : words.call.grant}
            </Button>
          )}
        </>
      }
    >
      {site === null ? (
        <SitePicker seatId={seatId} onPick={setSite} />
      ) : (
        <div className="col">
          <Chosen site={site} onChange={() => setSite(null)} />
          <div className="fl-pair">
            <KindField kind={call.kind} onChange={call.setKind} />
            <LimitField label={words.limit.title} limitSeconds={call.limitSeconds} onChange={call.setLimit} />
          </div>
          <CheckField
            label={words.call.withName}
            hint={words.call.withNameHint}
            checked={call.named}
            onChange={call.setNamed}
          />
          {call.named && (
            <>
              <PersonFields draft={call.draft} trouble={call.trouble} onChange={call.setDraft} />
              <TextField
                label={ask.person.subject}
                hint={ask.person.subjectHint}
                value={call.subject}
                onChange={call.setSubject}
                maxLength={200}
              />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
};
