import type { SeatState } from '@diemcau/domain/conference';
import type { Seat } from '@diemcau/domain/seat';
import { IconAlertCircle, IconBan, IconCircleCheck, IconLink } from '@tabler/icons-react';

import { type Icon, Tag, type TagTone, useWords } from '../ui/index.ts';
import { officeSeatWords } from './office-words.ts';

type Status = SeatState['status'] | Seat['state'];

const faces: Readonly<Record<Status, { tone: TagTone; icon: Icon }>> = {
  none: { tone: 'amber', icon: IconAlertCircle },
  issued: { tone: 'blue', icon: IconLink },
  opened: { tone: 'green', icon: IconCircleCheck },
  revoked: { tone: 'plain', icon: IconBan },
};

/** How far a personal link has come. */
export const SeatTag = ({ status }: { status: Status }) => (
  <Tag tone={faces[status].tone} icon={faces[status].icon}>
    {useWords(officeSeatWords).state[status]}
  </Tag>
);

/** Whether a site's room screen was confirmed by its clerk. */
export const ScreenTag = ({ status }: { status: SeatState['status'] }) => {
  const words = useWords(officeSeatWords).state;
  const isThere = status === 'opened';
  const face = faces[isThere ? 'opened' : 'none'];
  return (
    <Tag tone={face.tone} icon={face.icon}>
      {isThere ? words.screen : words.noScreen}
    </Tag>
  );
};
