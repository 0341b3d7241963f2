import './aside.css';
import type { HeldKind, CueNow } from '@diemcau/domain/aside';

import {
  Button,
  Panel,
  StatusLine,
  Tag,
  useAnnounceChange,
  useFormats,
  useWords,
  type SaidProblem,
} from '../ui/index.ts';
import { deskAsideWords } from './desk-words.ts';
import { HoldButton } from './HoldButton.tsx';
import type { Holding } from './holder.ts';
import { siteAsideWords } from './site-words.ts';

/** Keys of the desk for what is beside the programme. */
export const ASIDE_KEYS = { talk: 'T', listen: 'L', cue: 'C' } as const;

export type AsidePanelProps = {
  /** Of whom it is meant now; null: of nobody. */
  siteName: string | null;
  holding: Holding;
  /** The name of the site that is held, which stays the same whoever is previewed meanwhile. */
  heldName: string;
  onHold: (kind: HeldKind) => void;
  onRelease: (kind: HeldKind) => void;
  onCue: () => void;
  cue: CueNow | null;
  problem: SaidProblem | null;
  onDismiss: () => void;
};

/** The words of a cue, ready or written. */
const useCueWords = (): ((cue: Pick<CueNow, 'said'>) => string) => {
  const { ready } = useWords(siteAsideWords);
  return ({ said }) => (said.kind === 'ready' ? ready[said.code] : said.words);
};

const useStatus = ({ siteName, holding, heldName }: AsidePanelProps): string => {
  const words = useWords(deskAsideWords);
  if (holding.status === 'idle') return siteName === null ? words.nobody : words.with(siteName);
  if (!holding.isOpen) return words.connecting;
  return holding.kind === 'talk' ? words.talking(heldName) : words.listening(heldName);
};

const CueLine = ({ cue }: { cue: CueNow }) => {
  const words = useWords(deskAsideWords).cue;
  const { time } = useFormats();
  const said = useCueWords()(cue);
  const text = cue.seenAt === null ? words.unseen(said) : words.seen(said, time(cue.seenAt));
  return (
    <p className="small muted ell" role="status" title={text}>
      {text}
    </p>
  );
};

/** Talking, listening and writing to one site: the key is held for as long as it lasts. */
export const AsidePanel = (props: AsidePanelProps) => {
  const { siteName, holding, onHold, onRelease, onCue, cue, problem, onDismiss } = props;
  const words = useWords(deskAsideWords);
  const status = useStatus(props);
  useAnnounceChange(holding.status === 'held' && holding.isOpen ? status : null);
  const isHeld = (kind: HeldKind) => holding.status === 'held' && holding.kind === kind;
  const more = (of: (site: string) => string) => (siteName === null ? '' : of(siteName));
  const button = (kind: HeldKind) => ({
    isHeld: isHeld(kind),
    disabled: siteName === null && !isHeld(kind),
    onHold: () => onHold(kind),
    onRelease: () => onRelease(kind),
  });
  return (
    <Panel
      title={words.title}
      className="aside-panel"
      note={
        holding.status === 'held' ? (
          <Tag tone={holding.isOpen ? 'green' : 'amber'}>{ASIDE_KEYS[holding.kind]}</Tag>
        ) : null
      }
    >
      <div className="col" data-aside={holding.status === 'held' ? holding.kind : ''}>
        <p className={`small aside-status ${holding.status === 'held' ? 'held' : 'muted'}`} title={status}>
          {status}
        </p>
        <div className="aside-pair">
          <HoldButton more={more(words.talkTo)} shortcut={ASIDE_KEYS.talk} {...button('talk')}>
            {words.talk}
          </HoldButton>
          <HoldButton more={more(words.listenTo)} shortcut={ASIDE_KEYS.listen} {...button('listen')}>
            {words.listen}
          </HoldButton>
          <Button size="small" shortcut={ASIDE_KEYS.cue} disabled={siteName === null} onPress={onCue}>
            {words.write}
            <span className="hidden-text">{more(words.writeTo)}</span>
          </Button>
        </div>
        {cue && <CueLine cue={cue} />}
        <StatusLine problem={problem} onDismiss={onDismiss} />
      </div>
    </Panel>
  );
};
