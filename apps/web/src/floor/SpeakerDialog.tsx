import type { SpeakerText } from '@diemcau/domain/floor';
import { SpeakerId, type TurnId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { FormDialog, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { askWords } from './ask-words.ts';
import { DEFAULT_HONORIFIC } from '../live/honorifics.ts';
import { checkPerson, emptyPerson, type PersonTrouble } from './person-form.ts';
import { PersonFields } from './PersonFields.tsx';

/** Whose name is written: a speaker known by id, or the nameless one of a turn. */
export type SpeakerTarget =
  | { readonly kind: 'correct'; readonly speakerId: SpeakerId; readonly person: SpeakerText | null }
  | { readonly kind: 'name'; readonly turnId: TurnId };

export type SpeakerDialogProps = { target: SpeakerTarget; run: Run; onClose: () => void };

/** Names or corrects a speaker; the lower third follows on every screen. */
export const SpeakerDialog = ({ target, run, onClose }: SpeakerDialogProps) => {
  const words = useWords(askWords).correct;
  const known = target.kind === 'correct' ? target.person : null;
  const [draft, setDraft] = useState(known ?? { ...emptyPerson, honorific: DEFAULT_HONORIFIC });
  const [trouble, setTrouble] = useState<PersonTrouble>({});
  const save = async () => {
    const checked = checkPerson(draft);
    setTrouble(checked.ok ? {} : checked.trouble);
    if (!checked.ok) return;
    const texts = { speaker: checked.person };
    const done =
      target.kind === 'correct'
        ? await run({ type: 'floor.correctSpeaker', speakerId: target.speakerId }, texts)
        : await run(
            { type: 'floor.nameSpeaker', turnId: target.turnId, speakerId: SpeakerId.parse(crypto.randomUUID()) },
            texts,
          );
    if (done) onClose();
  };
  return (
    <FormDialog
      title={target.kind === 'correct' ? words.title : words.nameTitle}
      close={words.close}
      save={words.save}
      onClose={onClose}
      onSave={save}
    >
      <p>{words.effect}</p>
      <PersonFields draft={draft} trouble={trouble} onChange={setDraft} />
    </FormDialog>
  );
};
