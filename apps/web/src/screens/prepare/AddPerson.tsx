import type { ConferenceDetail } from '@diemcau/domain/conference';
import { DelegateId, SeatId, SiteId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { useConferenceActs } from '../../conference/index.ts';
import {
  addressed,
  checkPerson,
  emptyPerson,
  type PersonDraft,
  PersonFields,
  type PersonTrouble,
} from '../../floor/index.ts';
import { asProblem } from '../../live/api.ts';
import { DEFAULT_HONORIFIC } from '../../live/honorifics.ts';
import { useSeatActs } from '../../seat/index.ts';
import { type ChosenSite, HallField } from '../../site/index.ts';
import { Button, Panel, type SaidProblem, StatusLine, useWords } from '../../ui/index.ts';
import { prepareWords } from './words.ts';

export type AddPersonProps = {
  conference: ConferenceDetail;
  onAdded: (who: string, link: string) => void;
  onClose: () => void;
};

/**
 * Made once for each person: a second press adds nobody twice. The person is there whole after the first request; the link
 * of a page that was closed before the second is given in the list of sites.
 */
const newIds = () => ({
  siteId: SiteId.parse(crypto.randomUUID()),
  delegateId: DelegateId.parse(crypto.randomUUID()),
  seatId: SeatId.parse(crypto.randomUUID()),
});

const useAdding = ({ conference: { conferenceId }, onAdded }: AddPersonProps) => {
  const words = useWords(prepareWords).person;
  const { invitePerson, changed } = useConferenceActs(conferenceId);
  const { issue } = useSeatActs(conferenceId);
  const [ids] = useState(newIds);
  const [draft, setDraft] = useState<PersonDraft>({ ...emptyPerson, honorific: DEFAULT_HONORIFIC });
  const [unit, setUnit] = useState<ChosenSite | null>(null);
  const [trouble, setTrouble] = useState<PersonTrouble>({});
  const [unitTrouble, setUnitTrouble] = useState<string | null>(null);
  const [problem, setProblem] = useState<SaidProblem | null>(null);

  const send = async () => {
    const checked = checkPerson(draft);
    const unitId = unit?.unitId;
    setTrouble(checked.ok ? {} : checked.trouble);
    setUnitTrouble(unitId === undefined ? words.unitMissing : null);
    setProblem(null);
    if (!checked.ok || unitId === undefined) return;
    const { siteId, delegateId, seatId } = ids;
    const { person } = checked;
    try {
      await invitePerson({ siteId, unitId, delegateId, ...person, unit: unit?.name ?? null });
      const link = await issue({ seatId, role: 'delegate', siteId, personName: person.name });
      await changed();
      onAdded(addressed(person), link);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return { draft, setDraft, unit, setUnit, trouble, unitTrouble, problem, send };
};

/** Somebody who takes part from a device of their own: named, placed by their unit, and given a link. */
export const AddPerson = (props: AddPersonProps) => {
  const words = useWords(prepareWords).person;
  const { draft, setDraft, unit, setUnit, trouble, unitTrouble, problem, send } = useAdding(props);
  return (
    <Panel title={words.title}>
      <form className="col prepare-person" noValidate onSubmit={(event) => event.preventDefault()}>
        <p className="muted">{words.hint}</p>
        <PersonFields draft={draft} trouble={trouble} onChange={setDraft} />
        <HallField value={unit} onChange={setUnit} error={unitTrouble} label={words.unit} hint={words.unitHint} />
        <StatusLine problem={problem} />
        <div className="prepare-adding-foot">
          <Button onPress={props.onClose}>{words.cancel}</Button>
          <Button tone="primary" type="submit" onPress={send}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Panel>
  );
};
