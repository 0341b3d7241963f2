import './content.css';
import type { ContentFrom } from '@diemcau/domain/programme';
import { IconCamera, IconPlayerStop, IconPresentation, IconScreenShare } from '@tabler/icons-react';

import { Button, Panel, SelectField, Tag, useWords } from '../../ui/index.ts';
import type { ContentView } from './content-view.ts';
import { contentWords } from './words.ts';

type Device = { readonly id: string; readonly label: string };

export type ContentPanelProps = {
  view: ContentView;
  /** The site that shows content now, for the sentence that says so. */
  takenBy: string;
  /** Cameras of the room's computer besides the one in use. */
  cameras: readonly Device[];
  cameraId: string | null;
  onCamera: (id: string | null) => void;
  canShowScreen: boolean;
  /** The last attempt to take the picture of the screen failed. */
  hasFailed: boolean;
  onShow: (from: ContentFrom) => Promise<unknown>;
  onStop: () => Promise<unknown>;
};

const State = ({ view }: { view: ContentView }) => {
  const words = useWords(contentWords);
  if (view.status === 'now') return <Tag tone="blue">{words.may}</Tag>;
  if (view.status !== 'showing') return null;
  return view.isOnAir ? <Tag tone="air">{words.onAir}</Tag> : <Tag tone="amber">{words.waits}</Tag>;
};

const useSentence = ({ view, takenBy }: Pick<ContentPanelProps, 'view' | 'takenBy'>): string => {
  const words = useWords(contentWords);
  switch (view.status) {
    case 'never':
    case 'later':
      return words[view.status];
    case 'now':
      return view.isAsked ? words.askedFor : words.now;
    case 'taken':
      return words.taken(takenBy);
    case 'showing':
      return `${words.showing(words.from[view.from])} ${words.ends}`;
  }
};

const Acts = ({ view, cameraId, canShowScreen, onShow, onStop }: ContentPanelProps) => {
  const words = useWords(contentWords);
  if (view.status === 'showing')
    return (
      <Button icon={IconPlayerStop} wide onPress={onStop}>
        {words.stop}
      </Button>
    );
  if (view.status !== 'now') return null;
  return (
    <div className="col">
      <Button tone="primary" icon={IconScreenShare} wide disabled={!canShowScreen} onPress={() => onShow('screen')}>
        {words.showScreen}
      </Button>
      {!canShowScreen && <p className="small muted">{words.phone}</p>}
      {cameraId !== null && (
        <Button icon={IconCamera} wide onPress={() => onShow('camera')}>
          {words.showCamera}
        </Button>
      )}
    </div>
  );
};

/** Showing slides, a window or a second camera: when it is possible, what is shown, and how it ends. */
export const ContentPanel = (props: ContentPanelProps) => {
  const { view, cameras, cameraId, onCamera, hasFailed } = props;
  const words = useWords(contentWords);
  const sentence = useSentence(props);
  const choices = [{ value: '', label: words.none }, ...cameras.map(({ id, label }) => ({ value: id, label }))];
  return (
    <Panel title={words.title} note={<State view={view} />} className={`content-panel ${view.status}`}>
      <div className="col">
        <p className="content-sentence">
          <IconPresentation size="1.4em" stroke={1.75} aria-hidden />
          <span>{sentence}</span>
        </p>
        {hasFailed && (
          <p className="small content-fault" role="alert">
            {words.failed}
          </p>
        )}
        <Acts {...props} />
        {view.status !== 'showing' &&
          (cameras.length === 0 ? (
            <p className="small muted">{words.onlyOne}</p>
          ) : (
            <SelectField
              label={words.camera}
              value={cameras.some(({ id }) => id === cameraId) && cameraId !== null ? cameraId : ''}
              choices={choices}
              onChange={(id) => onCamera(id === '' ? null : id)}
            />
          ))}
      </div>
    </Panel>
  );
};
