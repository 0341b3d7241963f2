import { createTheme } from '@mantine/core';

const input = { classNames: { input: 'kit-input', label: 'kit-label', description: 'kit-note', error: 'kit-note' } };
const list = { classNames: { ...input.classNames, dropdown: 'kit-list' } };

/** Mantine on our tokens. Colours come from `kit.css`; here stand only sizes and the classes that carry them. */
export const kitTheme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'blue',
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: input },
    Textarea: { defaultProps: input },
    NumberInput: { defaultProps: input },
    PasswordInput: { defaultProps: { classNames: { ...input.classNames, innerInput: 'kit-input' } } },
    Select: { defaultProps: { ...list, allowDeselect: false, comboboxProps: { shadow: 'none' } } },
    Menu: { defaultProps: { classNames: { dropdown: 'kit-list' }, position: 'bottom-end' } },
    Tooltip: {
      defaultProps: {
        classNames: { tooltip: 'kit-tip' },
        openDelay: 300,
        events: { hover: true, focus: true, touch: true },
      },
    },
  },
});
