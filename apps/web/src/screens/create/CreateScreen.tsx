import './create.css';
import { IconTemplate } from '@tabler/icons-react';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';

import {
  ConferenceFields,
  type Draft,
  type DraftField,
  useCreateConference,
  useDraft,
  wrongInDraft,
} from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { OfficeFrame, UnitTree } from '../../organisation/index.ts';
import { HallField, inOrder, selectionOf, SiteChooser, siteWords, totalsOf } from '../../site/index.ts';
import { Button, LinkButton, Notice, Panel, StatusLine, useFormats, useWords } from '../../ui/index.ts';
import { sourceIn } from './make.ts';
import { MakeForm } from './MakeForm.tsx';
import { makeWords } from './make-words.ts';
import { createWords } from './words.ts';

const nobody = new Set<never>();

/** The draft's sites as the chooser works with them. */
const useSelection = (draft: Draft, change: ReturnType<typeof useDraft>['change']) => {
  const selection = useMemo(() => selectionOf(draft.sites), [draft.sites]);
  const setSelection = (next: (before: typeof selection) => typeof selection) =>
    change((before) => ({ sites: [...inOrder(next(selectionOf(before.sites)))] }));
  return { selection, setSelection };
};

type FootProps = {
  draft: Draft;
  chosen: number;
  said: string | null;
  onForget: () => void;
  pending: boolean;
  problem: ReturnType<typeof asProblem> | null;
};

const Foot = ({ draft, chosen, said, onForget, pending, problem }: FootProps) => {
  const words = useWords(createWords);
  const { count } = useFormats();
  const isTouched = draft.name !== '' || draft.sites.length > 0 || draft.hall !== null;
  return (
    <div className="create-foot">
      <StatusLine problem={problem} />
      {said !== null && <Notice tone="trouble">{said}</Notice>}
      <div className="row wrap">
        <span className="grow create-ready">
          <b className="num">{chosen > 0 ? words.ready(count(chosen)) : words.none}</b>
          {isTouched && <span className="small muted"> {words.kept}</span>}
        </span>
        {isTouched && (
          <Button tone="quiet" onPress={onForget}>
            {words.forget}
          </Button>
        )}
        <Button type="submit" tone="primary" pending={pending}>
          {words.submit}
        </Button>
      </div>
    </div>
  );
};

const CreateForm = () => {
  const words = useWords(createWords);
  const missingHall = useWords(siteWords).hall.missing;
  const { history } = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, forget } = useDraft();
  const { selection, setSelection } = useSelection(draft, change);
  const [asked, setAsked] = useState(false);
  const { mutate, error, isPending, reset } = useCreateConference();
  const hallSiteId = draft.hall?.siteId ?? null;
  const totals = totalsOf(selection, { limit: draft.siteLimit, hallSiteId, invited: nobody });
  const wrong: readonly DraftField[] = asked ? wrongInDraft(draft, Date.now()) : [];
  const hasPendingCodes = draft.codesText.trim() !== '';
  const submit = () => {
    setAsked(true);
    reset();
    if (wrongInDraft(draft, Date.now()).length > 0) {
      // After the fields have been marked.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (totals.over > 0 || hasPendingCodes || isPending) return;
    mutate(draft, {
      onSuccess: ({ conferenceId }) => {
        forget();
        history.push(`/c/${conferenceId}/prepare`);
      },
    });
  };
  return (
    <form
      ref={form}
      className="create"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Panel title={words.about}>
        <ConferenceFields
          draft={draft}
          onChange={change}
          wrong={wrong}
          hall={
            <HallField
              value={draft.hall}
              onChange={(hall) => change({ hall })}
              error={wrong.includes('hall') ? missingHall : null}
            />
          }
        />
      </Panel>
      <Panel title={words.sites} note={<span className="small muted">{words.sitesHint}</span>}>
        <SiteChooser
          selection={selection}
          onChange={setSelection}
          limit={draft.siteLimit}
          hallSiteId={hallSiteId}
          codesText={draft.codesText}
          onCodesText={(codesText) => change({ codesText })}
          tree={(line) => <UnitTree>{line}</UnitTree>}
        />
      </Panel>
      <Foot
        draft={draft}
        chosen={totals.chosen}
        said={wrong.length > 0 ? words.check : asked && hasPendingCodes ? words.pendingCodes : null}
        problem={error === null ? null : asProblem(error)}
        pending={isPending}
        onForget={() => {
          forget();
          setAsked(false);
          reset();
        }}
      />
    </form>
  );
};

/**
 * `/c/new`: a conference is written down, its sites are chosen, and it is made once however often it is sent. With
 * `?copy=` or `?template=` it is made like another one.
 */
export const CreateScreen = () => {
  const words = useWords(createWords);
  const make = useWords(makeWords);
  const source = sourceIn(useLocation({ select: ({ searchStr }) => searchStr }));
  return (
    <OfficeFrame
      title={source ? make.title[source.kind] : words.title}
      actions={<LinkButton href="/">{words.cancel}</LinkButton>}
    >
      {source ? (
        <MakeForm {...source} />
      ) : (
        <>
          <Panel>
            <div className="row wrap">
              <span className="grow create-ready">
                <b>{make.start.title}</b>
                <span className="small muted"> {make.start.body}</span>
              </span>
              <LinkButton href="/mau" icon={IconTemplate}>
                {make.start.templates}
              </LinkButton>
            </div>
          </Panel>
          <CreateForm />
        </>
      )}
    </OfficeFrame>
  );
};
