import { describe, expect, it } from 'vitest';

import { safeReturn, signInHref } from './addresses.ts';

describe('signing in leads back to the page that asked for it', () => {
  it('names the page, and nothing for home', () => {
    expect(signInHref('/c/1/prepare?q=ba be')).toBe('/sign-in?next=%2Fc%2F1%2Fprepare%3Fq%3Dba%20be');
    expect(signInHref('/')).toBe('/sign-in');
  });

  it('goes back there', () => {
    expect(safeReturn('?next=%2Fc%2F1%2Fprepare%3Fq%3Dba%20be')).toBe('/c/1/prepare?q=ba%20be');
    expect(safeReturn('')).toBe('/');
  });

  it.each(['https://evil.example/', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)', 'c/1', '/sign-in'])(
    'never follows %s',
    (next) => {
      expect(safeReturn(`?next=${encodeURIComponent(next)}`)).toBe('/');
    },
  );
});
