import { expect, test } from 'vitest';
import { filesOfRoomScreen, type Manifest } from './page-weight.ts';

const manifest: Manifest = {
  'index.html': { file: 'entry.js', src: 'index.html', isEntry: true, imports: ['_router.js', '_shared.js'] },
  'room.html': {
    file: 'room.js',
    src: 'room.html',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/room-place.ts', 'src/room-page.tsx'],
  },
  'src/room-place.ts': { file: 'room-place.js', imports: ['_media.js'] },
  'src/room-page.tsx': {
    file: 'room-page.js',
    imports: ['_media.js', '_shared.js'],
    dynamicImports: ['src/pairing.tsx'],
    css: ['room.css'],
  },
  'src/pairing.tsx': { file: 'pairing.js' },
  '_shared.js': { file: 'shared.js' },
  '_router.js': { file: 'router.js' },
  '_media.js': { file: 'media.js', imports: ['_shared.js'], css: ['media.css'] },
  'src/screens/operator/index.ts': {
    file: 'operator.js',
    src: 'src/screens/operator/index.ts',
    imports: ['_shared.js'],
  },
};

test('a room screen weighs its page with what that loads at once, each once, and nothing of other pages or of later', () => {
  const { js, css } = filesOfRoomScreen(manifest);
  expect([...js].toSorted()).toEqual(['media.js', 'room-page.js', 'room-place.js', 'room.js', 'shared.js']);
  expect([...css].toSorted()).toEqual(['media.css', 'room.css']);
});

test('a build without a page of the room screen cannot be weighed', () => {
  expect(() => filesOfRoomScreen({ 'index.html': { file: 'entry.js', isEntry: true } })).toThrow(/room\.html/);
});
