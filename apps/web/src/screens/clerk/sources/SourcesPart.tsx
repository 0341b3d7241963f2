import type { Live } from '@diemcau/domain/live';
import type { ClerkControl, DeviceReport, Mine } from '@diemcau/domain/wire';

import type { Names, Run } from '../../../live/index.ts';
import SourcesPanel, { type BoundSource } from '../../../programme/sources/SourcesPanel.tsx';

export type SourcesPartProps = {
  live: Live;
  mine: Mine;
  names: Names;
  report: DeviceReport;
  run: Run;
  control: (control: ClerkControl) => boolean;
};

/** The further cameras and microphones of the own room. */
const SourcesPart = ({ live, mine, names, report, run, control }: SourcesPartProps) => {
  const { siteId } = mine.site;
  const sources = live.programme.sources
    .filter((source) => source.siteId === siteId)
    .map((source): BoundSource => {
      const bound = report.sources?.find(({ sourceId }) => sourceId === source.sourceId);
      const name = names.sources[source.sourceId] ?? null;
      return { ...source, name, deviceId: bound?.id ?? null, level: bound?.level ?? 0 };
    });
  return (
    <SourcesPanel
      siteId={siteId}
      sources={sources}
      devices={{
        camera: report.cameras.filter(({ id }) => id !== report.cameraId),
        microphone: report.microphones.filter(({ id }) => id !== report.microphoneId),
      }}
      run={run}
      onDevice={(sourceId, id) => control({ do: 'useSource', sourceId, id })}
    />
  );
};

export default SourcesPart;
