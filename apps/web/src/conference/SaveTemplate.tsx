import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { FormDialog, type SaidProblem, StatusLine, TextField, useWords } from '../ui/index.ts';
import { templateWords } from './template-words.ts';
import { useTemplateActs } from './templates.ts';

type NameDialogProps = {
  title: string;
  hint: string;
  first: string;
  onSave: (name: string) => Promise<void>;
  onClose: () => void;
};

const nameLength = 200;

/** Asks for the name of a template; a refusal keeps the window open. */
export const NameDialog = ({ title, hint, first, onSave, onClose }: NameDialogProps) => {
  const words = useWords(templateWords);
  const [name, setName] = useState(first.slice(0, nameLength));
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const isMissing = name.trim() === '';
  const save = async () => {
    setAsked(true);
    setProblem(null);
    if (isMissing) return;
    try {
      await onSave(name.trim());
      onClose();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return (
    <FormDialog title={title} close={words.close} save={words.save} onClose={onClose} onSave={save}>
      <TextField
        label={words.name}
        hint={hint}
        value={name}
        onChange={setName}
        error={asked && isMissing ? words.nameMissing : null}
        maxLength={nameLength}
        required
        autoComplete="off"
      />
      <StatusLine problem={problem} />
    </FormDialog>
  );
};

/** Saves a conference as it stands now as a template. */
export const SaveTemplate = ({
  conference,
  onSaved,
  onClose,
}: {
  conference: { readonly conferenceId: string; readonly name: string };
  onSaved: (name: string) => void;
  onClose: () => void;
}) => {
  const words = useWords(templateWords).saving;
  const { save } = useTemplateActs();
  const [templateId] = useState(() => crypto.randomUUID());
  return (
    <NameDialog
      title={words.title}
      hint={words.hint}
      first={conference.name}
      onSave={async (name) => {
        await save(conference.conferenceId, templateId, name);
        onSaved(name);
      }}
      onClose={onClose}
    />
  );
};
