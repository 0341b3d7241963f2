import './Roster.css';
import type { Delegate, DelegateText, Mark } from '@diemcau/domain/attendance';
import { DelegateId } from '@diemcau/domain/kernel';
import { IconClipboardText, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';

import {
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  Loading,
  type NowMs,
  Panel,
  StatusLine,
  Tag,
  useAnnounce,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { ContactForm, RosterContact } from './RosterContact.tsx';
import { RosterDelegate } from './RosterDelegate.tsx';
import { RosterForm, type FormSubject } from './RosterForm.tsx';
import { RosterList } from './RosterList.tsx';
import { RosterPaste } from './RosterPaste.tsx';
import { blankDraft, draftOf, substituteDraft } from './roster-draft.ts';
import type { RosterModel, RosterState } from './roster-model.ts';
import { calledOf, tallyOf } from './roster-view.ts';
import { rosterWords } from './site-words.ts';
import { UnsentNotice } from './UnsentNotice.tsx';
import { useRosterState } from './use-roster.ts';

type Ready = Extract<RosterState, { status: 'ready' }>;
type Opened =
  | { readonly kind: 'delegate' | 'removal'; readonly delegateId: DelegateId }
  | { readonly kind: 'form'; readonly subject: FormSubject }
  | { readonly kind: 'paste' }
  | { readonly kind: 'contact' };

const newDelegate = (): DelegateId => DelegateId.parse(crypto.randomUUID());

const useSubjects = () => {
  const words = useWords(rosterWords).form;
  return {
    added: (presentNow: boolean): FormSubject => ({
      delegateId: newDelegate(),
      draft: { ...blankDraft, kind: presentNow ? 'guest' : 'official' },
      title: presentNow ? words.addGuest : words.add,
      isNew: true,
      presentNow,
    }),
    substitute: (delegate: Delegate): FormSubject => ({
      delegateId: newDelegate(),
      draft: substituteDraft(delegate),
      title: words.addSubstitute(calledOf(delegate)),
      isNew: true,
      presentNow: true,
    }),
    edited: (delegate: Delegate): FormSubject => ({
      delegateId: delegate.delegateId,
      draft: draftOf(delegate),
      title: words.edit,
      isNew: false,
      presentNow: false,
    }),
  };
};

type WindowProps = {
  nowMs: NowMs;
  model: RosterModel;
  ready: Ready;
  opened: Opened;
  open: (opened: Opened | null) => void;
};

const DelegateWindow = ({
  nowMs,
  model,
  ready,
  open,
  delegate,
}: Omit<WindowProps, 'opened'> & { delegate: Delegate }) => {
  const subjects = useSubjects();
  return (
    <RosterDelegate
      key={delegate.delegateId}
      nowMs={nowMs}
      delegate={ready.roster.delegates.find(({ delegateId }) => delegateId === delegate.delegateId) ?? delegate}
      onMark={(mark: Mark) => void model.mark([mark])}
      onSubstitute={() => open({ kind: 'form', subject: subjects.substitute(delegate) })}
      onEdit={() => open({ kind: 'form', subject: subjects.edited(delegate) })}
      onRemove={() => open({ kind: 'removal', delegateId: delegate.delegateId })}
      onClose={() => open(null)}
    />
  );
};

const FormWindow = ({ model, ready, open, subject }: Omit<WindowProps, 'opened'> & { subject: FormSubject }) => {
  const words = useWords(rosterWords).form;
  const announce = useAnnounce();
  const { delegateId } = subject;
  const save = async (text: DelegateText, presentNow: boolean) => {
    if (!(await model.put(delegateId, text))) return;
    announce(words.saved(calledOf(text)));
    open(null);
    if (subject.isNew && presentNow) await model.mark([{ delegateId, status: 'present', reason: null }]);
  };
  return (
    <RosterForm
      subject={subject}
      others={ready.roster.delegates.filter((one) => one.delegateId !== delegateId && one.kind !== 'substitute')}
      problem={ready.problem}
      onSave={save}
      onClose={() => open(null)}
    />
  );
};

const RemovalWindow = ({ model, open, delegate }: Pick<WindowProps, 'model' | 'open'> & { delegate: Delegate }) => {
  const words = useWords(rosterWords).one;
  const remove = async () => {
    await model.remove(delegate.delegateId);
    open(null);
  };
  return (
    <ConfirmDialog
      open
      title={words.removeTitle(calledOf(delegate))}
      effect={words.removeEffect}
      confirm={words.removeConfirm}
      onConfirm={remove}
      onCancel={() => open(null)}
    />
  );
};

/** One window at a time over the roster. */
const Window = ({ opened, ...rest }: WindowProps) => {
  const { model, ready, open } = rest;
  const { roster, problem } = ready;
  const close = () => open(null);
  switch (opened.kind) {
    case 'form':
      return <FormWindow {...rest} subject={opened.subject} />;
    case 'paste':
      return <RosterPaste roster={roster.delegates} problem={problem} onImport={model.import} onClose={close} />;
    case 'contact':
      return (
        <ContactForm
          contact={roster.contact}
          problem={problem}
          onSave={async (name, phone) => {
            if (await model.contact(name, phone)) close();
          }}
          onClose={close}
        />
      );
    case 'delegate':
    case 'removal': {
      const delegate = roster.delegates.find(({ delegateId }) => delegateId === opened.delegateId);
      if (!delegate) return null;
      return opened.kind === 'delegate' ? (
        <DelegateWindow {...rest} delegate={delegate} />
      ) : (
        <RemovalWindow {...rest} delegate={delegate} />
      );
    }
  }
};

type BodyProps = RosterPanelProps & { ready: Ready };

const Body = ({ model, ready, isCounting, nowMs }: BodyProps) => {
  const words = useWords(rosterWords);
  const announce = useAnnounce();
  const subjects = useSubjects();
  const [opened, open] = useState<Opened | null>(null);
  const { delegates, contact } = ready.roster;
  // Whoever is not on a list that is there is a guest.
  const addsGuest = isCounting && delegates.length > 0;
  const markPresent = (delegate: Delegate) => {
    announce(words.announced(calledOf(delegate)));
    void model.mark([{ delegateId: delegate.delegateId, status: 'present', reason: null }]);
  };
  return (
    <>
      <div role="status">
        <UnsentNotice model={model} />
      </div>
      {opened === null && <StatusLine problem={ready.problem} onDismiss={model.dismiss} />}
      {delegates.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyMore}</EmptyState>
      ) : (
        <RosterList
          delegates={delegates}
          onPresent={markPresent}
          onOpen={({ delegateId }) => open({ kind: 'delegate', delegateId })}
        />
      )}
      <div className="att-adding">
        <Button
          size="small"
          icon={IconUserPlus}
          onPress={() => open({ kind: 'form', subject: subjects.added(addsGuest) })}
        >
          {addsGuest ? words.form.addGuest : words.form.add}
        </Button>
        <Button size="small" tone="quiet" icon={IconClipboardText} onPress={() => open({ kind: 'paste' })}>
          {words.paste}
        </Button>
      </div>
      <RosterContact contact={contact} onEdit={() => open({ kind: 'contact' })} />
      {opened && <Window nowMs={nowMs} model={model} ready={ready} opened={opened} open={open} />}
    </>
  );
};

const Count = ({ ready }: { ready: Ready }) => {
  const words = useWords(rosterWords);
  const { count } = useFormats();
  const { present, summoned, all } = tallyOf(ready.roster.delegates);
  if (all === 0) return null;
  return (
    <Tag tone={present > 0 ? 'green' : 'plain'}>
      {summoned === 0 ? words.presentOnly(count(present)) : words.present(count(present), count(summoned))}
    </Tag>
  );
};

export type RosterPanelProps = {
  model: RosterModel;
  /** Names the site on a page of another one. */
  siteName?: string;
  /** A roll call is open: whoever is added now is there. */
  isCounting: boolean;
  /** The server's clock. */
  nowMs: NowMs;
};

/** The delegates of a site, before and during: who is expected, who is there, whom to call. */
export const RosterPanel = (props: RosterPanelProps) => {
  const { model, isCounting, siteName } = props;
  const words = useWords(rosterWords);
  const state = useRosterState(model);
  return (
    <Panel
      title={siteName === undefined ? words.title : words.titleOf(siteName)}
      body="flush"
      className={`att-roster ${isCounting ? 'counting' : ''}`}
      note={state.status === 'ready' ? <Count ready={state} /> : null}
    >
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && <ErrorState problem={state.problem} onRetry={model.load} />}
      {state.status === 'ready' && <Body {...props} ready={state} />}
    </Panel>
  );
};
