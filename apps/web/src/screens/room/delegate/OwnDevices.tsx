import type { DeviceControl } from '@diemcau/domain/wire';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';

import { useCarried } from '../../../media/index.ts';
import { StepChoice } from '../../../media/StepChoice.tsx';
import { DeviceChoices } from '../../../media/DeviceChoices.tsx';
import { Button, useWords } from '../../../ui/index.ts';
import { useCapture, type Devices } from '../use-devices.ts';
import { delegateWords } from './words.ts';

const idOf = (track: MediaStreamTrack | null): string | null => track?.getSettings().deviceId ?? null;

/** Camera, microphone and loudspeaker of this very device, chosen and tested here. */
export const OwnDevices = ({ devices }: { devices: Devices }) => {
  const words = useWords(delegateWords);
  const { capture, loudness } = devices;
  const { cameras, microphones, loudspeakers, camera, microphone, choices } = useCapture(devices);
  const carried = useCarried();
  const [testedAt, setTestedAt] = useState<number | null>(null);
  const test = () =>
    loudness.test(choices.loudspeakerId).then(
      () => setTestedAt(Date.now()),
      // Not played: the time of the last test stays away, and the page says that nothing was heard.
      () => setTestedAt(null),
    );
  const control = (asked: DeviceControl): boolean => {
    if (asked.do === 'useCamera') capture.useCamera(asked.id);
    if (asked.do === 'useMicrophone') capture.useMicrophone(asked.id);
    if (asked.do === 'useLoudspeaker') capture.useLoudspeaker(asked.id);
    if (asked.do === 'useStep') capture.useStep(asked.step);
    if (asked.do === 'testLoudspeaker') void test();
    return true;
  };
  const own = {
    cameras: [...cameras],
    microphones: [...microphones],
    loudspeakers: [...loudspeakers],
    cameraId: idOf(camera),
    microphoneId: idOf(microphone),
    loudspeakerId: choices.loudspeakerId,
    mixer: choices.mixer,
    testedAt,
  };
  return (
    <details className="delegate-devices ui-panel">
      <summary>
        <b>{words.devices}</b>
        <span className="small muted">{words.devicesHint}</span>
      </summary>
      <div className="col">
        <DeviceChoices devices={own} control={control} hasMixer={false} />
        <StepChoice ladder={{ ...carried, chosen: choices.step }} control={control} />
        <Button size="small" tone="quiet" icon={IconRefresh} onPress={() => capture.retry()}>
          {words.retry}
        </Button>
      </div>
    </details>
  );
};
