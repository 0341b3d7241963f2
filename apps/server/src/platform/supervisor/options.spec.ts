import { describe, expect, test } from 'vitest';
import { readOptions, UsageError } from './options.ts';

const read = (...args: string[]) => readOptions(args, '/project', '/elsewhere');

test('without a word the data of the project is used, and one server', () => {
  expect(read()).toEqual({ demo: false, dev: false, dataDir: '/project/data', servers: 1 });
});

test('a demo never mixes with real data unless a folder is named', () => {
  expect(read('--demo').dataDir).toBe('/project/data/demo');
  expect(read('--demo', '--data', 'x').dataDir).toBe('/elsewhere/x');
});

test('port and number of servers are read', () => {
  expect(read('--port', '9000', '--servers', '2', '--dev')).toMatchObject({ port: 9000, servers: 2, dev: true });
});

describe('a mistake is answered with the usage', () => {
  test.each([['--prot'], ['--port', '0'], ['--port', 'x'], ['--port', '65535'], ['--servers', '3'], ['extra']])(
    '%s %s',
    (...args) => {
      expect(() => read(...args)).toThrow(UsageError);
      expect(() => read(...args)).toThrow(/Usage: script\/server/);
    },
  );
});
