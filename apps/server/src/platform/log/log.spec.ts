import { expect, test } from 'vitest';
import { createLogger } from './index.ts';

const written = (log: (logger: ReturnType<typeof createLogger>) => void) => {
  const lines: string[] = [];
  log(createLogger({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) }));
  return lines.map((line): unknown => JSON.parse(line));
};

test('personal data under a pii key is never written out, at the top or one level down', () => {
  const lines = written((logger) => {
    logger.info({ siteId: 's1', pii: { name: 'Nguyễn Thị Hoa' } }, 'seat opened');
    logger.child({ seat: { id: 'x', pii: '0912 000 000' } }).warn('seat refused');
  });
  expect(lines).toMatchObject([
    { level: 'info', siteId: 's1', pii: '[personal]', msg: 'seat opened' },
    { level: 'warn', seat: { id: 'x', pii: '[personal]' }, msg: 'seat refused' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/Hoa|0912/);
});

test('a record below the configured level is not written', () => {
  expect(written((logger) => logger.debug('detail'))).toEqual([]);
});
