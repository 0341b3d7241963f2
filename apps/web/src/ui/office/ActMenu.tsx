import './ActMenu.css';
import { Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';

import type { Icon } from '../live/icons.ts';

/** What can be done with a row: "Xóa". */
export type MenuAct = { readonly words: string; readonly icon: Icon; readonly act: () => void };

export type ActMenuProps = {
  /** Whose acts they are: "Việc với dòng 3". */
  label: string;
  /** A line stands between groups; an empty group is left out. */
  groups: readonly (readonly MenuAct[])[];
  /** By the Tab key, which stops at one row only of a grid. */
  reachable?: boolean;
  /** Where the menu's box is put into the page. */
  within?: string;
  /** What holds the focus after the menu, on a desk whose Space would press its button again; otherwise the button. */
  onClosed?: () => void;
};

const icon = { size: 18, stroke: 2, 'aria-hidden': true } as const;

/** "⋮" at the end of a row: what can be done with it. */
export const ActMenu = ({ label, groups, reachable = true, within = '#root', onClosed }: ActMenuProps) => (
  <Menu
    returnFocus={!onClosed}
    // After the menu has done with the focus, which it would give to its button.
    onClose={() => onClosed && setTimeout(onClosed)}
    withInitialFocusPlaceholder={false}
    portalProps={{ target: within }}
  >
    <Menu.Target>
      <button
        type="button"
        className="ui-act-menu"
        aria-label={label}
        tabIndex={reachable ? 0 : -1}
        onPointerDown={(event) => event.stopPropagation()}
      >
        <IconDotsVertical {...icon} />
      </button>
    </Menu.Target>
    <Menu.Dropdown>
      {groups
        .filter((group) => group.length > 0)
        .flatMap((group, at) => [
          ...(at === 0 ? [] : [<Menu.Divider key={`line-${at}`} role="separator" />]),
          ...group.map(({ words, icon: Picture, act }) => (
            <Menu.Item key={words} leftSection={<Picture {...icon} />} onClick={act}>
              {words}
            </Menu.Item>
          )),
        ])}
    </Menu.Dropdown>
  </Menu>
);
