import { IconClipboardCheck, IconDeviceTv } from '@tabler/icons-react';

import { Tag, useWords } from '../../ui/index.ts';
import type { Opening, useHeld } from './demo.ts';
import type { Place } from './places.ts';
import { SeatButton } from './SeatButton.tsx';
import { demoWords } from './words.ts';

export type SitePlaceProps = {
  place: Place;
  isHeld: ReturnType<typeof useHeld>;
  open: (opening: Opening) => Promise<void>;
  /** The main hall. */
  isHall?: boolean;
};

/** A site of the demo: its room screen and its clerk's page. */
export const SitePlace = ({ place: { siteId, name, simulated }, isHeld, open, isHall = false }: SitePlaceProps) => {
  const words = useWords(demoWords);
  return (
    <div className="demo-site">
      <div className="demo-site-head">
        <h3>{name}</h3>
        {isHall && <Tag tone="plain">{words.hall}</Tag>}
        {simulated && <Tag tone="blue">{words.simulated}</Tag>}
      </div>
      <div className="demo-site-seats">
        <SeatButton
          icon={IconDeviceTv}
          title={words.room}
          place={name}
          held={isHeld('room', siteId)}
          onOpen={() => open({ role: 'room', siteId })}
        />
        <SeatButton
          icon={IconClipboardCheck}
          title={words.clerk}
          place={name}
          held={isHeld('clerk', siteId)}
          onOpen={() => open({ role: 'clerk', siteId })}
        />
      </div>
    </div>
  );
};
