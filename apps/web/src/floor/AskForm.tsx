import './AskForm.css';
import type { SpeakerText } from '@diemcau/domain/floor';
import type { SpeechKind } from '@diemcau/domain/kernel';
import { RequestId, type SeatId, type SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';

import { Button, SelectField, TextField, useAnnounce, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { askWords } from './ask-words.ts';
import { DEFAULT_HONORIFIC } from '../live/honorifics.ts';
import { addressed } from './labels.ts';
import {
  checkPerson,
  checkSubject,
  emptyPerson,
  LONGEST,
  type PersonDraft,
  type PersonTrouble,
} from './person-form.ts';
import { KindField, PersonFields } from './PersonFields.tsx';
import { choosable, knownAs, type Choosable } from './remembered.ts';
import { useRemembered } from './use-remembered.ts';

/** Somebody who may be chosen instead of typed; the position may be left to be typed. */
export type Suggested = PersonDraft;

export type AskFormProps = {
  seatId: SeatId;
  siteId: SiteId;
  run: Run;
  disabled?: boolean;
  /** The one who asks, when it can be no other: a site of one person. */
  person?: SpeakerText;
  /** People of this site whose names are known already. */
  suggested?: readonly Suggested[];
  onSent?: () => void;
};

const NEW = 'new';
const blank: PersonDraft = { ...emptyPerson, honorific: DEFAULT_HONORIFIC };

type PeopleProps = {
  list: readonly Choosable[];
  value: string;
  onPick: (person: Choosable | null) => void;
};

/** People for whom this site asked before, and those of its roster: their names need no second typing. */
const People = ({ list, value, onPick }: PeopleProps) => {
  const words = useWords(askWords).ask;
  const choices = [
    { value: NEW, label: words.newPerson },
    ...list.map((person) => ({
      value: person.key,
      label: [addressed(person), person.position].filter(Boolean).join(' – '),
    })),
  ];
  return (
    <SelectField
      label={words.people}
      value={value}
      choices={choices}
      onChange={(id) => onPick(list.find(({ key }) => key === id) ?? null)}
    />
  );
};

const useAsk = ({ seatId, siteId, run, person: only, suggested = [], onSent }: AskFormProps) => {
  const start: PersonDraft = only ?? blank;
  const words = useWords(askWords).ask;
  const announce = useAnnounce();
  const people = useRemembered(seatId);
  const choices = choosable(people.list, suggested);
  const [picked, pick] = useState<string>(NEW);
  const [draft, setDraft] = useState(start);
  const [kind, setKind] = useState<SpeechKind>('discussion');
  const [subject, setSubject] = useState('');
  const [trouble, setTrouble] = useState<PersonTrouble>({});

  const clear = () => {
    pick(NEW);
    setDraft(start);
    setSubject('');
    setKind('discussion');
  };
  const choose = (person: Choosable | null) => {
    pick(person?.key ?? NEW);
    setDraft(person ?? blank);
    setTrouble({});
  };
  const sendFor = async (person: SpeakerText, about: string | undefined) => {
    const speakerId = knownAs(people.list, person) ?? SpeakerId.parse(crypto.randomUUID());
    const requestId = RequestId.parse(crypto.randomUUID());
    const texts = { speaker: person, ...(about === undefined ? {} : { subject: about }) };
    if (!(await run({ type: 'floor.request', requestId, siteId, speakerId, kind }, texts))) return;
    people.remember({ speakerId, ...person });
    announce(words.sent(addressed(person)));
    clear();
    onSent?.();
  };
  const send = () => {
    const { honorific, name, position } = draft;
    const checked = checkPerson({ honorific, name, position });
    const about = checkSubject(subject);
    setTrouble(checked.ok ? {} : checked.trouble);
    return checked.ok && about.trouble === undefined ? sendFor(checked.person, about.subject) : undefined;
  };
  return { choices, picked, choose, draft, setDraft, kind, setKind, subject, setSubject, trouble, send };
};

/** Asks for the floor for a named person of this site. */
export const AskForm = (props: AskFormProps) => {
  const words = useWords(askWords);
  const ask = useAsk(props);
  return (
    <form
      className="fl-ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {props.person === undefined && (
        <>
          {ask.choices.length > 0 && <People list={ask.choices} value={ask.picked} onPick={ask.choose} />}
          <PersonFields draft={ask.draft} trouble={ask.trouble} onChange={ask.setDraft} />
        </>
      )}
      <KindField kind={ask.kind} onChange={ask.setKind} />
      <TextField
        label={words.person.subject}
        hint={words.person.subjectHint}
        value={ask.subject}
        maxLength={LONGEST.subject}
        onChange={ask.setSubject}
      />
      <Button
        tone="primary"
        type="submit"
        wide
        icon={IconHandStop}
        disabled={props.disabled ?? false}
        onPress={ask.send}
      >
        {words.ask.send}
      </Button>
      <p className="small muted">{words.ask.hint}</p>
    </form>
  );
};
