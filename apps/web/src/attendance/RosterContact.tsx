import { ContactBody } from '@diemcau/domain/attendance';
import { IconPencil, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';

import { Button, FormDialog, type SaidProblem, StatusLine, TextField, useWords } from '../ui/index.ts';
import type { Roster } from './roster-port.ts';
import { rosterWords } from './site-words.ts';

/** Whom the centre calls when this site does not answer. */
export const RosterContact = ({ contact, onEdit }: Pick<Roster, 'contact'> & { onEdit: () => void }) => {
  const words = useWords(rosterWords).contact;
  return (
    <div className="att-contact small">
      <IconPhone size={18} stroke={2} aria-hidden />
      {contact === null ? (
        <span className="muted grow">{words.none}</span>
      ) : (
        <span className="grow">
          <span className="muted">{words.label}:</span> {[contact.name, contact.phone].filter(Boolean).join(' – ')}
        </span>
      )}
      <Button size="small" tone="quiet" icon={IconPencil} onPress={onEdit}>
        {contact === null ? words.set : words.edit}
      </Button>
    </div>
  );
};

const Shape = ContactBody.pick({ name: true, phone: true });

export type ContactFormProps = Pick<Roster, 'contact'> & {
  problem: SaidProblem | null;
  onSave: (name: string | null, phone: string) => Promise<unknown>;
  onClose: () => void;
};

export const ContactForm = ({ contact, problem, onSave, onClose }: ContactFormProps) => {
  const words = useWords(rosterWords).contact;
  const form = useWords(rosterWords).form;
  const [name, setName] = useState(contact?.name ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [wrong, setWrong] = useState<ReadonlySet<PropertyKey>>(new Set());
  const save = () => {
    const parsed = Shape.safeParse({ name: name.trim() === '' ? null : name, phone });
    setWrong(new Set(parsed.error?.issues.map(({ path }) => path[0] ?? '')));
    return parsed.success ? onSave(parsed.data.name, parsed.data.phone) : undefined;
  };
  return (
    <FormDialog title={words.title} close={words.close} save={words.save} onClose={onClose} onSave={save}>
      <TextField
        label={words.name}
        value={name}
        error={wrong.has('name') ? form.wrong : null}
        autoComplete="name"
        onChange={setName}
      />
      <TextField
        label={words.phone}
        type="tel"
        required
        value={phone}
        error={wrong.has('phone') ? (phone.trim() === '' ? words.missing : form.wrongPhone) : null}
        autoComplete="tel"
        onChange={setPhone}
      />
      <StatusLine problem={problem} />
    </FormDialog>
  );
};
