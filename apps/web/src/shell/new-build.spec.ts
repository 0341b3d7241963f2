import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const MINUTE = 60_000;

/** A page that can lose a part of itself; how often it opened itself again. */
const openPage = async (isUnattended: boolean) => {
  let lose = (): void => undefined;
  const kept = new Map<string, string>();
  const reload = vi.fn<() => void>();
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => (lose = listener));
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('fetch', async () => new Response('ok'));
  const follow = async () => {
    vi.resetModules();
    const { followNewBuild } = await import('./new-build.ts');
    followNewBuild({ isUnattended });
  };
  await follow();
  lose();
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  // It is another page now, in the same tab.
  await follow();
  vi.advanceTimersByTime(MINUTE);
  lose();
  return { reload };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('W15: a room screen that loses a part again within five minutes opens itself when they are over', async () => {
  const { reload } = await openPage(true);
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect(reload).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(reload).toHaveBeenCalledTimes(2);
});

it('W15: a desk leaves that to the person', async () => {
  const { reload } = await openPage(false);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(reload).toHaveBeenCalledTimes(1);
});
