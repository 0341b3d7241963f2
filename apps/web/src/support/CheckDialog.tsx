import type { SeatId } from '@diemcau/domain/kernel';
import { isChecked, type SupportedSite } from '@diemcau/domain/support';

import { IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Button, Dialog, ErrorState, Loading, StatusLine, useWords } from '../ui/index.ts';
import { CheckRows, CheckTag } from './CheckRows.tsx';
import { checkWords } from './clerk-words.ts';
import { LineRuns } from './LineRuns.tsx';
import { LineSamples } from './LineSamples.tsx';
import { useBy } from './use-by.ts';
import { measuredIn, useChecks } from './use-checks.ts';

/** Its line is told now and then without another word. */
const READ_EVERY_MS = 15_000;

type Props = {
  seatId: SeatId;
  site: Pick<SupportedSite, 'siteId' | 'name'>;
  /** Another one when anything of any site changed. */
  told: string;
  /** Its own site is not confirmed by the province. */
  confirms: boolean;
  onClose: () => void;
  /** Calls the site; null: not from here. */
  call: ReactNode;
  /** Has the room recorded and played back to itself; null: not from here. */
  playback: ReactNode;
  /** Opens the conversation with the site; null: not from here. */
  onWrite: (() => void) | null;
};

/** The check of a site, to be corrected and confirmed by its province or the centre. */
export const CheckDialog = ({ seatId, site, told, confirms, onClose, call, playback, onWrite }: Props) => {
  const words = useWords(checkWords);
  const by = useBy();
  const { checks, act, load, enter, confirm, runLine } = useChecks(seatId, site.siteId, told, READ_EVERY_MS);
  const results = checks?.results ?? [];
  const right = results.filter((one) => one.right).length;
  const numbers = { right, wrong: results.length - right };
  return (
    <Dialog
      open
      title={`${words.title}: ${site.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {words.close}
          </Button>
          {onWrite && (
            <Button icon={IconMessage} onPress={onWrite}>
              {words.write}
            </Button>
          )}
          {confirms && (
            <Button tone="primary" disabled={!isChecked(numbers) || checks?.confirmed !== null} onPress={confirm}>
              {words.confirm}
            </Button>
          )}
        </>
      }
    >
      <div className="col">
        {call}
        {checks === null && act.problem && <ErrorState problem={act.problem} onRetry={load} />}
        {checks === null && !act.problem && <Loading />}
        {checks && (
          <>
            <p className="row wrap">
              <CheckTag {...numbers} />
              {checks.confirmed && <span className="small muted">{words.confirmed(by(checks.confirmed))}</span>}
            </p>
            <StatusLine problem={act.problem} onDismiss={act.dismiss} />
            <CheckRows
              results={results}
              measured={measuredIn(checks)}
              trials={{
                playback,
                line: (
                  <>
                    <LineSamples samples={checks.line} />
                    <LineRuns runs={checks.lineRuns} onRun={runLine} />
                  </>
                ),
              }}
              onEnter={enter}
            />
          </>
        )}
      </div>
    </Dialog>
  );
};
