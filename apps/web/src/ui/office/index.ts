/** The office kit: Mantine on our tokens, and the frame of office pages. Never imported by room, chair or clerk. */
export {
  Checkbox,
  Menu,
  NumberInput,
  PasswordInput,
  Radio,
  SegmentedControl,
  Select,
  Table,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

export { ActMenu, type MenuAct } from './ActMenu.tsx';
export { KitProvider } from './KitProvider.tsx';
export { OfficePage } from './OfficePage.tsx';
export { SortableRows } from './SortableRows.tsx';
export { Stat } from './Stat.tsx';
export { type Step, Steps } from './Steps.tsx';
