/** Between two questions, and as much again by chance, so that all pages do not come at once. */
const AGAIN_MS = 3000;

const isThere = async (): Promise<boolean> => {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(AGAIN_MS) })).ok;
  } catch {
    // Out of reach: asked again.
    return false;
  }
};

/**
 * Resolves when the server can be reached. Opened again before that, a page gives way to the browser's own page of
 * errors, from which an unattended screen never comes back.
 */
export const serverAnswers = async (): Promise<void> => {
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS * (1 + Math.random())));
};
