import { describe, expect, test } from 'vitest';
import { meaningOf } from './full-screen.ts';

const bare = { ctrlKey: false, altKey: false, metaKey: false };

describe('S22: which keys fill the display of a room screen', () => {
  test('F and Enter, which is "OK" of a remote control, ask for it by name; any other key is a key', () => {
    for (const key of ['f', 'F', 'Enter']) expect(meaningOf({ ...bare, key })).toBe('whole');
    for (const key of [' ', 'a', 'ArrowDown', '7']) expect(meaningOf({ ...bare, key })).toBe('any');
  });

  test('keys of the browser and keys that are held with others mean nothing', () => {
    for (const key of ['Escape', 'F5', 'F11', 'Tab', 'Shift', 'Meta']) expect(meaningOf({ ...bare, key })).toBe('none');
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      expect(meaningOf({ ...bare, key: 'f', [held]: true })).toBe('none');
  });
});
