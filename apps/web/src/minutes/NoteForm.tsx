import { SiteId } from '@diemcau/domain/kernel';
import { MAX_NOTE, type Note, type NoteKind, type PutNoteBody, type RecordSite } from '@diemcau/domain/minutes';
import { useState, type FormEvent } from 'react';

import { Button, SelectField, TextField, useWords } from '../ui/index.ts';
import { minutesWords } from './words.ts';

/** Whom a recommendation is by, if nothing else is said: who speaks, or spoke last. */
export type Raiser = { readonly raisedBy: string; readonly siteId: SiteId };

type Props = {
  /** The note that is changed; null: a new one. */
  readonly note: Note | null;
  readonly raiser: Raiser | null;
  readonly sites: readonly RecordSite[];
  readonly onSave: (body: PutNoteBody) => Promise<boolean>;
  readonly onCancel: () => void;
};

/** "Ghi nhanh": one line and Enter. The moment is that of the first letter; its id is kept until it is stored. */
export const NoteForm = ({ note, raiser, sites, onSave, onCancel }: Props) => {
  const { form, kinds } = useWords(minutesWords);
  const [kind, setKind] = useState<NoteKind>(note?.kind ?? 'note');
  const [text, setText] = useState(note?.text ?? '');
  const [raisedBy, setRaisedBy] = useState(note?.raisedBy ?? '');
  const [siteId, setSiteId] = useState<string>(note?.siteId ?? '');
  const [begun, setBegun] = useState<Pick<PutNoteBody, 'id' | 'noteId' | 'at'> | null>(null);
  const begin = () => ({
    id: crypto.randomUUID(),
    noteId: note?.noteId ?? crypto.randomUUID(),
    at: note?.at ?? Date.now(),
  });
  const choose = (next: NoteKind) => {
    setKind(next);
    if (next === 'note' || raisedBy !== '' || siteId !== '') return;
    setRaisedBy(raiser?.raisedBy ?? '');
    setSiteId(raiser?.siteId ?? '');
  };
  const typed = (next: string) => {
    setText(next);
    setBegun((known) => known ?? begin());
  };
  const save = async () => {
    if (text.trim() === '') return;
    const isRecommendation = kind === 'recommendation';
    const who = isRecommendation && raisedBy.trim() !== '' ? raisedBy : null;
    const where = isRecommendation && siteId !== '' ? SiteId.parse(siteId) : null;
    const body = { ...(begun ?? begin()), kind, text, raisedBy: who, siteId: where };
    // Cleared at once: what is typed while this one is being stored is the next one.
    setText('');
    setBegun(null);
    setRaisedBy('');
    setSiteId('');
    setKind('note');
    if (await onSave(body)) return;
    setText((typedSince) => (typedSince === '' ? text : typedSince));
    setBegun((since) => since ?? { id: body.id, noteId: body.noteId, at: body.at });
    setKind(kind);
    setRaisedBy(raisedBy);
    setSiteId(siteId);
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const choices = [
    { value: '', label: form.noSite },
    ...sites.map((site) => ({ value: site.siteId, label: site.name })),
  ];
  return (
    <form className="mn-form" onSubmit={submitted}>
      <div className="row wrap" role="group" aria-label={form.kind}>
        {(['note', 'recommendation'] as const).map((one) => (
          <Button key={one} size="small" pressed={kind === one} onPress={() => choose(one)}>
            {kinds[one]}
          </Button>
        ))}
      </div>
      <TextField
        label={form.label}
        placeholder={form.placeholder}
        value={text}
        onChange={typed}
        maxLength={MAX_NOTE}
        autoComplete="off"
      />
      {kind === 'recommendation' && (
        <div className="mn-form-who">
          <TextField label={form.raisedBy} value={raisedBy} onChange={setRaisedBy} maxLength={200} />
          <SelectField label={form.site} value={siteId} onChange={setSiteId} choices={choices} />
        </div>
      )}
      <div className="row wrap">
        <Button tone="primary" disabled={text.trim() === ''} onPress={save}>
          {note ? form.saveChange : form.save}
        </Button>
        {note && (
          <Button tone="quiet" onPress={onCancel}>
            {form.cancel}
          </Button>
        )}
      </div>
      <button type="submit" hidden />
    </form>
  );
};
