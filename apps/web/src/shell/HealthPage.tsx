import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';

import { api, asProblem } from '../live/api.ts';
import {
  EntryPage,
  ErrorState,
  LinkButton,
  Loading,
  type SaidProblem,
  Tag,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { partsOf, Readiness } from './health.ts';
import { healthWords } from './health-words.ts';
import { notFoundWords } from './not-found-words.ts';

const againAfterMs = 5000;

type Seen =
  | { readonly status: 'loading' }
  | { readonly status: 'read'; readonly health: Readiness; readonly at: number }
  | { readonly status: 'failed'; readonly problem: SaidProblem };

const useHealth = () => {
  const [seen, setSeen] = useState<Seen>({ status: 'loading' });
  const look = useCallback(async () => {
    try {
      const health = await api.get('/readyz', Readiness, { outsideApi: true, alsoAccept: [503] });
      setSeen({ status: 'read', health, at: Date.now() });
    } catch (thrown) {
      setSeen({ status: 'failed', problem: asProblem(thrown) });
    }
  }, []);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), againAfterMs);
    return () => clearInterval(timer);
  }, [look]);
  return { seen, look };
};

const StateTag = ({ works }: { works: boolean }) => {
  const words = useWords(healthWords);
  return works ? (
    <Tag tone="green" icon={IconCircleCheck}>
      {words.ok}
    </Tag>
  ) : (
    <Tag tone="amber" icon={IconCircleX}>
      {words.bad}
    </Tag>
  );
};

/** `/trang-thai`: server, database and media in words, for whoever looks after the machine. */
const HealthPage = () => {
  const words = useWords(healthWords);
  const { home } = useWords(notFoundWords);
  const formats = useFormats();
  const { seen, look } = useHealth();
  return (
    <EntryPage title={words.title}>
      {seen.status === 'loading' && <Loading />}
      {seen.status === 'failed' && <ErrorState problem={seen.problem} onRetry={look} />}
      {seen.status === 'read' && (
        <div className="col">
          {partsOf(seen.health).map(([part, works]) => (
            <div key={part} className="row">
              <span className="grow">{words[part]}</span>
              <StateTag works={works} />
            </div>
          ))}
          {!seen.health.media.available && <p className="small muted">{words.mediaDown}</p>}
          <p className="tiny faint num">{words.checked(formats.timeWithSeconds(seen.at))}</p>
        </div>
      )}
      <LinkButton href="/" tone="quiet">
        {home}
      </LinkButton>
    </EntryPage>
  );
};
export default HealthPage;
