import { expect, test } from 'vitest';
import { filesOfRoomScreen, type Manifest } from './page-weight.ts';

const manifest: Manifest = {
  'index.html': { file: 'entry.js', src: 'index.html', isEntry: true, imports: ['_shared.js'], css: ['entry.css'] },
  '_shared.js': { file: 'shared.js' },
  '_media.js': { file: 'media.js', imports: ['_shared.js'], css: ['media.css'] },
  'src/screens/room/index.ts': {
    file: 'room.js',
    src: 'src/screens/room/index.ts',
    imports: ['_media.js', 'index.html'],
  },
  'src/screens/operator/index.ts': {
    file: 'operator.js',
    src: 'src/screens/operator/index.ts',
    imports: ['_shared.js'],
  },
};

test('a room screen weighs the entry, its chunk and what both import, each once, and no other screen', () => {
  const { js, css } = filesOfRoomScreen(manifest);
  expect([...js].toSorted()).toEqual(['entry.js', 'media.js', 'room.js', 'shared.js']);
  expect([...css].toSorted()).toEqual(['entry.css', 'media.css']);
});

test('a build whose room screen is part of something bigger cannot be weighed', () => {
  const { 'index.html': entry } = manifest;
  if (entry === undefined) throw new Error('the manifest above has an entry');
  expect(() => filesOfRoomScreen({ 'index.html': entry })).toThrow(/lazily/);
  expect(() => filesOfRoomScreen({})).toThrow(/no entry/);
});
