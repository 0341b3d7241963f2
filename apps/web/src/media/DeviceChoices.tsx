import './device-choices.css';
import type { ClerkControl, DeviceReport } from '@diemcau/domain/wire';
import { IconVolume } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Button, CheckField, SelectField, useFormats, useWords } from '../ui/index.ts';
import { deviceWords } from './device-words.ts';
import { useSoundTest } from './use-sound-test.ts';

type Listed = { readonly id: string; readonly label: string };
type Control = (control: ClerkControl) => boolean;
/** The devices of a computer, and what of them is used. */
type Devices = Pick<
  DeviceReport,
  'cameras' | 'microphones' | 'loudspeakers' | 'cameraId' | 'microphoneId' | 'loudspeakerId' | 'mixer' | 'testedAt'
>;

type DeviceFieldProps = {
  label: string;
  list: readonly Listed[];
  chosen: string | null;
  none: string;
  onChoose: (id: string) => void;
};

/** One of the devices; the choice is shown as its computer reports it. */
const DeviceField = ({ label, list, chosen, none, onChoose }: DeviceFieldProps) => {
  const isKnown = list.some((device) => device.id === chosen);
  const choices = [
    ...(isKnown ? [] : [{ value: '', label: none, disabled: true }]),
    ...list.map((device) => ({ value: device.id, label: device.label === '' ? device.id.slice(0, 8) : device.label })),
  ];
  return (
    <SelectField
      label={label}
      value={isKnown && chosen !== null ? chosen : ''}
      choices={choices}
      disabled={list.length === 0}
      onChange={onChoose}
    />
  );
};

const Loudspeaker = ({ devices, control }: { devices: Devices; control: Control }) => {
  const words = useWords(deviceWords);
  const { timeWithSeconds } = useFormats();
  const { test, play } = useSoundTest(devices, control);
  const said = {
    idle: null,
    playing: words.testing,
    played: test.status === 'played' ? words.testPlayed(timeWithSeconds(test.at)) : null,
    silent: words.testNotPlayed,
  }[test.status];
  return (
    <div className="media-loudspeaker">
      <DeviceField
        label={words.loudspeaker}
        list={devices.loudspeakers}
        chosen={devices.loudspeakerId}
        none={words.defaultLoudspeaker}
        onChoose={(id) => control({ do: 'useLoudspeaker', id })}
      />
      <Button icon={IconVolume} pending={test.status === 'playing'} onPress={play}>
        {words.test}
      </Button>
      <p className={`small media-test ${test.status}`} role="status">
        {said}
      </p>
    </div>
  );
};

export type DeviceChoicesProps = {
  devices: Devices;
  /** Does what is asked, on this computer or on that of a room; says whether it could be asked. */
  control: Control;
  /** Rooms may have a mixing desk. */
  hasMixer?: boolean;
  /** The level, under the microphone. */
  children?: ReactNode;
};

/** Choosing and testing camera, microphone and loudspeaker. */
export const DeviceChoices = ({ devices, control, hasMixer = true, children }: DeviceChoicesProps) => {
  const words = useWords(deviceWords);
  return (
    <>
      <DeviceField
        label={words.camera}
        list={devices.cameras}
        chosen={devices.cameraId}
        none={words.nothingChosen}
        onChoose={(id) => control({ do: 'useCamera', id })}
      />
      <div className="col media-microphone">
        <DeviceField
          label={words.microphone}
          list={devices.microphones}
          chosen={devices.microphoneId}
          none={words.nothingChosen}
          onChoose={(id) => control({ do: 'useMicrophone', id })}
        />
        {children}
      </div>
      {hasMixer && (
        <CheckField
          label={words.mixer}
          hint={words.mixerHint}
          checked={devices.mixer}
          onChange={(mixer) => control({ do: 'setMixer', mixer })}
        />
      )}
      <Loudspeaker devices={devices} control={control} />
    </>
  );
};
