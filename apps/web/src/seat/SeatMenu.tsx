import { IconBan, IconDots, IconRefresh } from '@tabler/icons-react';

import { useWords } from '../ui/index.ts';
import { Menu } from '../ui/office/index.ts';
import { officeSeatWords } from './office-words.ts';
import type { Holder, SeatQuestion } from './SeatDialogs.tsx';

/** What can be done with an issued link: issue it again, or withdraw it. */
export const SeatMenu = ({ of, ask }: { of: Holder; ask: (question: SeatQuestion) => void }) => {
  const words = useWords(officeSeatWords).acts;
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className="seat-menu" aria-label={words.menu(of.who)}>
          <IconDots size={18} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => ask({ kind: 'reissue', of })}
          aria-label={words.reissueFor(of.who)}
        >
          {words.reissue}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBan size={16} aria-hidden />}
          onClick={() => ask({ kind: 'revoke', of })}
          aria-label={words.revokeFor(of.who)}
        >
          {words.revoke}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
