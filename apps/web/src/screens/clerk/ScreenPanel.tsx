import './ScreenPanel.css';
import type { ClerkControl, DeviceReport, Screen } from '@diemcau/domain/wire';
import { IconDeviceTv, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { StepChoice } from '../../media/StepChoice.tsx';
import { DeviceChoices } from '../../media/DeviceChoices.tsx';
import { Button, LevelMeter, LineTag, Panel, Tag, useWords } from '../../ui/index.ts';
import { useLastPicture } from './use-check.ts';
import { clerkWords } from './words.ts';

/** So long it is said that a press could not be sent. */
const NOT_SENT_MS = 6000;

type Control = (control: ClerkControl) => boolean;

const Picture = ({ report }: { report: DeviceReport }) => {
  const words = useWords(clerkWords).screen;
  const picture = useLastPicture(report);
  return (
    <figure className="clerk-picture">
      {picture === null ? <p className="small muted">{words.noPicture}</p> : <img src={picture} alt={words.picture} />}
    </figure>
  );
};

const Devices = ({ report, control }: { report: DeviceReport; control: Control }) => {
  const words = useWords(clerkWords).screen;
  return (
    <div className="col">
      <Picture report={report} />
      <DeviceChoices devices={report} control={control}>
        <LevelMeter level={report.level} label={words.level} size="thick" />
      </DeviceChoices>
      {report.ladder && <StepChoice ladder={report.ladder} control={control} />}
    </div>
  );
};

export type ScreenPanelProps = {
  screen: Screen;
  control: Control;
  /** Below the devices: trying the room for echo. */
  sound: ReactNode;
  /** A scanned code waits to be confirmed: its form is open. */
  startsOpen: boolean;
  /** The form that confirms another screen in place of this one. */
  codeForm: (onDone: () => void) => ReactNode;
};

/** The room screen of this site, from afar: picture and sound as the centre gets them, and the devices behind them. */
export const ScreenPanel = ({ screen, control, sound, startsOpen, codeForm }: ScreenPanelProps) => {
  const words = useWords(clerkWords);
  const [failed, setFailed] = useState(false);
  const [replacing, replace] = useState(startsOpen);
  useEffect(() => {
    if (!failed) return;
    const timer = setTimeout(() => setFailed(false), NOT_SENT_MS);
    return () => clearTimeout(timer);
  }, [failed]);
  const tell: Control = (asked) => {
    const sent = control(asked);
    setFailed(!sent);
    return sent;
  };
  const report = screen.status === 'present' ? screen.report : null;
  const line = report === null ? 'unknown' : report.line;
  return (
    <Panel
      title={words.screen.title}
      className="clerk-screen"
      note={
        screen.status === 'present' && line !== 'unknown' ? (
          <LineTag line={line} />
        ) : screen.status === 'none' ? null : (
          <Tag tone={screen.status === 'present' ? 'plain' : 'amber'} icon={IconDeviceTv}>
            {screen.status === 'present' ? words.screen.present : words.screen.away}
          </Tag>
        )
      }
    >
      <div className="col">
        {screen.status === 'none' && <p className="muted">{words.screen.none}</p>}
        {screen.status !== 'none' && <p className="small muted">{screen.label}</p>}
        {report && <Devices report={report} control={tell} />}
        {sound}
        {failed && (
          <p className="small clerk-test silent" role="alert">
            {words.screen.notSent}
          </p>
        )}
        {screen.status !== 'none' && !replacing && (
          <div className="clerk-screen-acts">
            {report && (
              <Button tone="quiet" size="small" icon={IconRefresh} onPress={() => void tell({ do: 'retry' })}>
                {words.screen.retry}
              </Button>
            )}
            <Button tone="quiet" size="small" icon={IconDeviceTv} onPress={() => replace(true)}>
              {words.code.another}
            </Button>
          </div>
        )}
        {(screen.status === 'none' || replacing) && codeForm(() => replace(false))}
      </div>
    </Panel>
  );
};
