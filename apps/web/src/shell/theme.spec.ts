import { describe, expect, it } from 'vitest';

import { themeOf } from './theme.ts';

const id = '0198f2c4-7d3e-7000-8000-000000000001';

describe('themeOf', () => {
  it.each([
    '/room',
    `/c/${id}/room`,
    `/c/${id}/chair`,
    `/c/${id}/moderator`,
    `/c/${id}/operator/`,
    `/c/${id}/secretary`,
    `/c/${id}/tech`,
    `/c/${id}/clerk`,
  ])('is dark on the live screen %s', (path) => {
    expect(themeOf(path)).toBe('live');
  });

  it.each(['/', '/sign-in', '/l', '/demo', `/c/${id}/prepare`, '/rooms', `/c/${id}/chair/x`])(
    'is light on %s',
    (path) => {
      expect(themeOf(path)).toBe('office');
    },
  );
});
