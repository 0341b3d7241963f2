import { ConferencePage } from '../../conference/index.ts';
import { OfficeFrame } from '../../organisation/index.ts';
import { useOwnDesk } from '../../seat/index.ts';
import { ReadinessPanel } from '../../support/office-index.ts';

/** `/c/<id>/readiness`: how far the technical check of the sites is, province by province. */
export const ReadinessScreen = ({ conferenceId }: { conferenceId: string }) => (
  <ConferencePage conferenceId={conferenceId} current="check" desk={useOwnDesk(conferenceId)} Frame={OfficeFrame}>
    {() => <ReadinessPanel conferenceId={conferenceId} />}
  </ConferencePage>
);
