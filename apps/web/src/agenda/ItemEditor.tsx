import { AgendaKind } from '@diemcau/domain/agenda';
import { AgendaItemId } from '@diemcau/domain/kernel';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { DEFAULT_HONORIFIC } from '../live/honorifics.ts';
import type { Names, Run } from '../live/index.ts';
import {
  CheckField,
  FormDialog,
  type SaidProblem,
  SelectField,
  StatusLine,
  TextField,
  useCheckedDraft,
  useWords,
} from '../ui/index.ts';
import {
  checkItem,
  type CheckPerson,
  draftOfItem,
  emptyItem,
  type ItemDraft,
  type PersonDraft,
  type PersonTrouble,
} from './item-draft.ts';
import type { ItemRow } from './items.ts';
import { agendaOfficeWords } from './office-words.ts';
import { agendaWords } from './words.ts';

/** What the page lends to the form: how persons are written. */
export type ItemKit = {
  readonly checkPerson: CheckPerson;
  readonly PersonFields: (props: {
    draft: PersonDraft;
    trouble: PersonTrouble;
    onChange: (draft: PersonDraft) => void;
  }) => ReactNode;
};

/** Which item is written: one that stands, or a new one at a place. */
export type ItemTarget =
  | { readonly is: 'old'; readonly item: ItemRow }
  | { readonly is: 'new'; readonly parentId: AgendaItemId | null; readonly before: AgendaItemId | null };

export type ItemEditorProps = {
  target: ItemTarget;
  names: Names;
  kit: ItemKit;
  run: Run;
  problem: SaidProblem | null;
  onClose: () => void;
};

const useItemForm = ({ target, names, kit, run, onClose }: ItemEditorProps) => {
  const [newItemId] = useState(() => AgendaItemId.parse(crypto.randomUUID()));
  return useCheckedDraft({
    initial: (): ItemDraft => (target.is === 'old' ? draftOfItem(target.item, names) : emptyItem),
    check: (draft) => checkItem(draft, { checkPerson: kit.checkPerson, names, newId: () => crypto.randomUUID() }),
    send: ({ kind, seconds, presenterId, texts }) => {
      const item = { kind, seconds, presenterId };
      if (target.is === 'old') return run({ type: 'agenda.change', itemId: target.item.itemId, ...item }, texts);
      const { parentId, before } = target;
      return run({ type: 'agenda.add', itemId: newItemId, ...item, parentId, before }, texts);
    },
    onSent: onClose,
  });
};

/** Writes an agenda item. */
export const ItemEditor = (props: ItemEditorProps) => {
  const { target, kit, onClose } = props;
  const { PersonFields } = kit;
  const words = useWords(agendaOfficeWords).editor;
  const { kind: kinds } = useWords(agendaWords);
  const { draft, set, trouble, tried, save } = useItemForm(props);
  return (
    <FormDialog
      title={target.is === 'old' ? words.edit(target.item.number) : words.add}
      close={words.close}
      save={words.save}
      onClose={onClose}
      onSave={save}
    >
      <TextField
        label={words.title}
        required
        autoFocus
        value={draft.title}
        error={trouble.title ? words.titleWrong : null}
        onChange={(title) => set({ title })}
      />
      <div className="pair">
        <SelectField
          label={words.kind}
          value={draft.kind}
          choices={AgendaKind.options.map((value) => ({ value, label: kinds[value] }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={words.minutes}
          value={draft.minutes}
          inputMode="numeric"
          hint={words.minutesHint}
          error={trouble.minutes ? words.minutesWrong : null}
          onChange={(minutes) => set({ minutes })}
        />
      </div>
      <CheckField
        label={words.presenter}
        checked={draft.presenter !== null}
        onChange={(has) => set({ presenter: has ? { honorific: DEFAULT_HONORIFIC, name: '', position: '' } : null })}
      />
      {draft.presenter && (
        <PersonFields
          draft={draft.presenter}
          trouble={trouble.presenter ?? {}}
          onChange={(presenter) => set({ presenter })}
        />
      )}
      <StatusLine problem={tried ? props.problem : null} />
    </FormDialog>
  );
};
