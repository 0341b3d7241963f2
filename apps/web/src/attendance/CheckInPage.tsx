import './CheckIn.css';
import { foldText } from '@diemcau/domain/kernel';
import { IconChevronRight, IconCircleCheckFilled } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';

import { asProblem } from '../live/api.ts';
import { inSentence, upperFirst } from '../live/naming.ts';
import {
  Button,
  EntryPage,
  Loading,
  matching,
  type SaidProblem,
  SearchField,
  useFormats,
  useSentence,
  useWords,
  VirtualList,
} from '../ui/index.ts';
import { checkInWords } from './check-in-words.ts';
import { afterRefusal, checkIn, codeOf, type NamedDelegate, openCode, refusalOf, type SiteNames } from './check-in.ts';
import { calledOf } from './roster-view.ts';

type State =
  | { readonly status: 'opening' }
  | { readonly status: 'choosing'; readonly names: SiteNames }
  /** `id`: of the act, kept while it is tried again. */
  | { readonly status: 'asking'; readonly names: SiteNames; readonly delegate: NamedDelegate; readonly id: string }
  | { readonly status: 'done'; readonly names: SiteNames; readonly delegate: NamedDelegate; readonly at: number }
  | { readonly status: 'refused'; readonly problem: SaidProblem; readonly before: State };

const useCheckIn = (secret: string) => {
  const [state, setState] = useState<State>({ status: 'opening' });
  const start = useCallback(async () => {
    setState({ status: 'opening' });
    try {
      const names = await openCode(secret);
      setState({ status: 'choosing', names });
    } catch (thrown) {
      setState({ status: 'refused', problem: asProblem(thrown), before: { status: 'opening' } });
    }
  }, [secret]);
  useEffect(() => void start(), [start]);
  const enter = async () => {
    if (state.status !== 'asking') return;
    const { names, delegate, id } = state;
    try {
      await checkIn(id, secret, delegate.delegateId);
      setState({ status: 'done', names, delegate, at: Date.now() });
    } catch (thrown) {
      setState({ status: 'refused', problem: asProblem(thrown), before: state });
    }
  };
  return { state, setState, start, enter };
};

const ROW_HEIGHT = 60;
const WORTH_SEARCHING = 8;

const NameRow = ({ delegate, onChoose }: { delegate: NamedDelegate; onChoose: () => void }) => {
  const words = useWords(checkInWords);
  return (
    <button type="button" className="att-name" disabled={delegate.present} onClick={onChoose}>
      <span className="att-name-who" title={calledOf(delegate)}>
        <span className="muted">{delegate.honorific}</span> <b>{delegate.name}</b>
      </span>
      {delegate.present ? (
        <span className="small muted">{words.alreadyPresent}</span>
      ) : (
        <IconChevronRight size={20} stroke={2} aria-hidden />
      )}
    </button>
  );
};

const Choosing = ({ names, onChoose }: { names: SiteNames; onChoose: (delegate: NamedDelegate) => void }) => {
  const words = useWords(checkInWords);
  const [query, setQuery] = useState('');
  const { delegates } = names;
  const shown = matching(delegates, query, calledOf, foldText);
  if (delegates.length === 0) return <p role="alert">{words.nobody}</p>;
  return (
    <>
      <p>{words.who}</p>
      {delegates.length > WORTH_SEARCHING && (
        <SearchField value={query} label={words.search} placeholder={words.searchHint} onChange={setQuery} />
      )}
      {shown.length === 0 ? (
        <p role="status">{words.noneFound}</p>
      ) : (
        <div className="att-names" style={{ height: shown.length * ROW_HEIGHT }}>
          <VirtualList rows={shown} keyOf={({ delegateId }) => delegateId} rowHeight={ROW_HEIGHT} label={words.list}>
            {(delegate) => <NameRow delegate={delegate} onChoose={() => onChoose(delegate)} />}
          </VirtualList>
        </div>
      )}
    </>
  );
};

type RefusedProps = { problem: SaidProblem; onChoose: () => void; onRetry: () => void };

const Refused = ({ problem, onChoose, onRetry }: RefusedProps) => {
  const words = useWords(checkInWords);
  const sentence = useSentence();
  const refusal = refusalOf(problem.code);
  const next = afterRefusal(refusal);
  return (
    <EntryPage title={words.refused[refusal]} eyebrow={words.title}>
      <p role="alert">{sentence(problem)}</p>
      {next !== 'over' && (
        <Button tone="primary" size="big" wide onPress={next === 'choose' ? onChoose : onRetry}>
          {next === 'choose' ? words.back : words.retry}
        </Button>
      )}
      <p className="tiny faint">{problem.code}</p>
    </EntryPage>
  );
};

const Opened = ({ secret }: { secret: string }) => {
  const words = useWords(checkInWords);
  const { time } = useFormats();
  const { state, setState, start, enter } = useCheckIn(secret);
  switch (state.status) {
    case 'opening':
      return (
        <EntryPage title={words.title}>
          <Loading>{words.opening}</Loading>
        </EntryPage>
      );
    case 'refused': {
      const { problem, before } = state;
      return (
        <Refused
          problem={problem}
          // Somebody else was noted under that name meanwhile: the list is read anew.
          onChoose={start}
          onRetry={before.status === 'asking' ? () => setState(before) : start}
        />
      );
    }
    case 'choosing':
      return (
        <EntryPage title={words.title} eyebrow={words.site(inSentence(state.names.siteName))}>
          <Choosing
            names={state.names}
            onChoose={(delegate) =>
              setState({ status: 'asking', names: state.names, delegate, id: crypto.randomUUID() })
            }
          />
          <p className="small muted">{words.privacy}</p>
        </EntryPage>
      );
    case 'asking':
      return (
        <EntryPage title={words.chosen} eyebrow={words.site(inSentence(state.names.siteName))}>
          <p className="att-name-asked">{words.confirmAsk(upperFirst(calledOf(state.delegate)))}</p>
          <div className="col">
            <Button tone="primary" size="big" wide autoFocus onPress={enter}>
              {words.confirm}
            </Button>
            <Button wide onPress={() => setState({ status: 'choosing', names: state.names })}>
              {words.back}
            </Button>
          </div>
        </EntryPage>
      );
    case 'done':
      return (
        <EntryPage title={words.done} eyebrow={words.site(inSentence(state.names.siteName))}>
          <p className="att-name-done" role="status">
            <IconCircleCheckFilled size={32} aria-hidden />
            <span>{words.doneMore(calledOf(state.delegate), time(state.at))}</span>
          </p>
        </EntryPage>
      );
  }
};

/** `/diem-danh#secret`: a delegate's own phone, which scanned the code of the room screen. */
export const CheckInPage = ({ secret }: { secret: string }) => {
  const words = useWords(checkInWords);
  const code = codeOf(secret);
  if (code !== null) return <Opened key={code} secret={code} />;
  return (
    <EntryPage title={words.noCode} eyebrow={words.title}>
      <p role="alert">{words.noCodeMore}</p>
    </EntryPage>
  );
};
