import './RowEditor.css';
import { type AgendaItemId, RowId, type SiteId, SpeechKind } from '@diemcau/domain/kernel';
import type { RowKind } from '@diemcau/domain/run-sheet';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { DEFAULT_HONORIFIC } from '../live/honorifics.ts';
import type { Names, Run } from '../live/index.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import {
  Button,
  CheckField,
  type Choice,
  FormDialog,
  type SaidProblem,
  SelectField,
  StatusLine,
  TextField,
  useCheckedDraft,
  useWords,
} from '../ui/index.ts';
import { cueOfRow } from './cue.ts';
import { LayoutFields } from './LayoutFields.tsx';
import {
  type CheckPerson,
  checkRow,
  type ChosenSite,
  draftOfRow,
  emptyPart,
  emptyRow,
  type PartDraft,
  type PartTrouble,
  type PersonDraft,
  type PersonTrouble,
  type RowTarget,
  wordedDraft,
} from './row-draft.ts';
import { useSay } from './use-say.ts';
import { runSheetWords } from './words.ts';

/** What the page lends to the form: how persons are written, and how a site is found. */
export type RowKit = {
  readonly checkPerson: CheckPerson;
  readonly PersonFields: (props: {
    draft: PersonDraft;
    trouble: PersonTrouble;
    onChange: (draft: PersonDraft) => void;
  }) => ReactNode;
  readonly SitePicker: (props: { onPick: (site: ChosenSite) => void }) => ReactNode;
};

export type RowEditorProps = {
  target: RowTarget;
  names: Names;
  /** Agenda items to choose from: "3. Thảo luận". */
  items: readonly { readonly itemId: AgendaItemId; readonly label: string }[];
  kit: RowKit;
  run: Run;
  /** What the server said of the last act. */
  problem: SaidProblem | null;
  /** What the sentence of a row without words of its own is made with. */
  around: { readonly conference: string; readonly hallId: SiteId | null };
  onClose: () => void;
};

const kinds: readonly RowKind[] = [
  'speech',
  'words',
  'opening',
  'introduction',
  'rollCall',
  'discussion',
  'break',
  'resume',
  'closing',
];

type PartProps = {
  title: string;
  part: PartDraft;
  trouble: PartTrouble | undefined;
  kit: RowKit;
  onChange: (part: PartDraft) => void;
};

const Site = ({ part, trouble, kit, onChange }: Omit<PartProps, 'title'>) => {
  const words = useWords(runSheetWords).editor;
  const { SitePicker } = kit;
  if (part.site === null) {
    return (
      <div className="rs-picker">
        {trouble?.site === true && <p className="ui-field-error">{words.siteMissing}</p>}
        <SitePicker onPick={(site) => onChange({ ...part, site })} />
      </div>
    );
  }
  const { name, province } = part.site;
  return (
    <div className="rs-chosen">
      <p className="grow">
        <b>{name}</b>
        {province !== null && <span className="muted"> · {province}</span>}
      </p>
      <Button size="small" onPress={() => onChange({ ...part, site: null })}>
        {words.change}
      </Button>
    </div>
  );
};

const Part = ({ title, part, trouble, kit, onChange }: PartProps) => {
  const words = useWords(runSheetWords).editor;
  const { PersonFields } = kit;
  return (
    <fieldset className="rs-part">
      <legend>{title}</legend>
      <Site part={part} trouble={trouble} kit={kit} onChange={onChange} />
      <CheckField label={words.named} checked={part.named} onChange={(named) => onChange({ ...part, named })} />
      {part.named && (
        <PersonFields
          draft={part.person}
          trouble={trouble?.person ?? {}}
          onChange={(person) => onChange({ ...part, person })}
        />
      )}
    </fieldset>
  );
};

const useRowForm = ({ target, names, kit, run, onClose }: RowEditorProps) => {
  const [newRowId] = useState(() => RowId.parse(crypto.randomUUID()));
  const row = target.is === 'old' ? target.row : null;
  return useCheckedDraft({
    initial: () =>
      target.is === 'old' ? draftOfRow(target.row, DEFAULT_HONORIFIC) : emptyRow(DEFAULT_HONORIFIC, target.itemId),
    check: (draft) =>
      checkRow(draft, { checkPerson: kit.checkPerson, names, newId: () => crypto.randomUUID(), before: row }),
    send: ({ act, itemId, seconds, layout, film, texts }) =>
      target.is === 'old'
        ? run({ type: 'runSheet.change', rowId: target.row.rowId, act, itemId, seconds, layout, film }, texts)
        : run(
            { type: 'runSheet.add', rowId: newRowId, act, itemId, seconds, layout, film, before: target.before },
            texts,
          ),
    onSent: onClose,
  });
};

const NO_ITEM = 'none';

/** Writes a row: what is done, by whom, from where, with which words. */
export const RowEditor = (props: RowEditorProps) => {
  const { target, names, items, kit, around, onClose } = props;
  const words = useWords(runSheetWords);
  const { label } = useWords(speechKindWords);
  const { draft, set, trouble, tried, save } = useRowForm(props);
  const { editor } = words;
  const itemChoices: readonly Choice<string>[] = [
    { value: NO_ITEM, label: editor.noItem },
    ...items.map(({ itemId, label: name }) => ({ value: itemId as string, label: name })),
  ];
  const say = useSay();
  const item = draft.itemId === null ? null : (names.titles[draft.itemId] ?? null);
  const worded = wordedDraft(draft, around.hallId, names.sites);
  const said = cueOfRow(worded, { conference: around.conference, item, thank: null, returnsAt: null }, say);
  return (
    <FormDialog
      title={target.is === 'old' ? editor.edit(String(target.row.place)) : editor.add}
      close={editor.close}
      save={editor.save}
      onClose={onClose}
      onSave={save}
    >
      <div className="pair">
        <SelectField
          label={editor.kind}
          value={draft.kind}
          choices={kinds.map((value) => ({ value, label: words.kind[value] }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={editor.minutes}
          value={draft.minutes}
          inputMode="numeric"
          hint={editor.minutesHint}
          error={trouble.minutes ? editor.minutesWrong : null}
          onChange={(minutes) => set({ minutes })}
        />
      </div>
      <SelectField
        label={editor.item}
        value={draft.itemId ?? NO_ITEM}
        choices={itemChoices}
        onChange={(value) => set({ itemId: items.find(({ itemId }) => itemId === value)?.itemId ?? null })}
      />
      {draft.kind === 'speech' && (
        <>
          <SelectField
            label={editor.speechKind}
            value={draft.speechKind}
            choices={SpeechKind.options.map((value) => ({ value, label: label[value] }))}
            onChange={(speechKind) => set({ speechKind })}
          />
          <Part
            title={editor.speaker}
            part={draft.speaker}
            trouble={trouble.speaker}
            kit={kit}
            onChange={(speaker) => set({ speaker })}
          />
          <CheckField
            label={editor.withReserve}
            checked={draft.reserve !== null}
            onChange={(has) => set({ reserve: has ? emptyPart(DEFAULT_HONORIFIC) : null })}
          />
          {draft.reserve && (
            <Part
              title={editor.reserve}
              part={draft.reserve}
              trouble={trouble.reserve}
              kit={kit}
              onChange={(reserve) => set({ reserve })}
            />
          )}
        </>
      )}
      <LayoutFields
        draft={draft.layout}
        isWrong={trouble.layout === true}
        SitePicker={kit.SitePicker}
        onChange={(layout) => set({ layout })}
      />
      <CheckField
        label={editor.film}
        checked={draft.film !== null}
        onChange={(has) => set({ film: has ? '' : null })}
      />
      {draft.film !== null && (
        <TextField
          label={editor.filmTitle}
          value={draft.film}
          hint={editor.filmHint}
          error={trouble.film ? editor.filmWrong : null}
          onChange={(film) => set({ film })}
        />
      )}
      <TextField
        label={editor.cue}
        value={draft.cue}
        lines={4}
        hint={editor.cueHint}
        error={trouble.cue ? editor.cueWrong : null}
        onChange={(cue) => set({ cue })}
      />
      {draft.cue.trim() === '' && (
        <p className="rs-template">
          <span className="small muted">{editor.template}</span>
          {said}
        </p>
      )}
      <TextField
        label={editor.note}
        value={draft.note}
        lines={2}
        error={trouble.note ? editor.noteWrong : null}
        onChange={(note) => set({ note })}
      />
      <StatusLine problem={tried ? props.problem : null} />
    </FormDialog>
  );
};
