import { afterEach, describe, expect, it, vi } from 'vitest';

import { api, asProblem, Problem, problemOf } from './api.ts';

const answer = (status: number, body: unknown): Response =>
  new Response(body === null ? null : typeof body === 'string' ? body : JSON.stringify(body), { status });

/** The network of a test: one answer or failure for each request, in order; every request is kept. */
const network = (...answers: (Response | Error)[]) => {
  const requests: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    requests.push({ url, init });
    const next = answers.shift() ?? new Error('no more answers');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  return requests;
};

const named = {
  parse: (value: unknown): { name: string } => {
    if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string') {
      return { name: value.name };
    }
    throw new Error('no name');
  },
};
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (thrown: unknown) => thrown,
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('api', () => {
  it('reads an answer by its schema', async () => {
    const requests = network(answer(200, { name: 'Hội nghị' }));
    expect(await api.get('/conferences/1', named)).toEqual({ name: 'Hội nghị' });
    expect(requests[0]?.url).toBe('/api/v1/conferences/1');
  });

  it('throws the problem that the server states', async () => {
    const stated = { code: 'floor.already_queued', vi: 'Đã đăng ký.', en: 'Already asked.', status: 409 };
    network(answer(409, { type: 'about:blank', ...stated }));
    const thrown = await failure(api.post('/x', {}));
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject(stated);
  });

  it('asks a GET once more when the line fails it', async () => {
    const requests = network(new TypeError('failed to fetch'), answer(200, { name: 'lại' }));
    expect(await api.get('/x', named)).toEqual({ name: 'lại' });
    expect(requests).toHaveLength(2);
  });

  it('gives up after the second failure, with what to do', async () => {
    const requests = network(new TypeError('failed'), new TypeError('failed'));
    expect(await failure(api.get('/x', named))).toMatchObject({ code: 'network.unreachable', status: 0 });
    expect(requests).toHaveLength(2);
  });

  it('never sends a POST twice by itself', async () => {
    const requests = network(new TypeError('failed'), answer(200, {}));
    expect(await failure(api.post('/x', { a: 1 }))).toMatchObject({ code: 'network.unreachable' });
    expect(requests).toHaveLength(1);
  });

  it('names each POST, or carries the name that it is given', async () => {
    const requests = network(answer(204, null), answer(204, null), answer(204, null));
    await api.post('/x');
    await api.post('/x');
    await api.post('/x', undefined, null, { idempotencyKey: 'same' });
    const keys = requests.map(({ init }) => new Headers(init.headers).get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe('same');
  });

  it.each([
    ['an answer of another shape', answer(200, { title: 'x' })],
    ['an answer that is no JSON', answer(200, '<html>')],
    ['a failure that is no problem', answer(500, '<html>')],
    ['a problem without our sentences', answer(500, { title: 'Internal' })],
  ])('calls %s unreadable', async (_, response) => {
    network(response);
    expect(await failure(api.get('/x', named))).toMatchObject({ code: 'network.unreadable' });
  });

  it('reads a state that is told with 503, where that is asked for', async () => {
    const requests = network(answer(503, { name: 'starting' }));
    const options = { alsoAccept: [503], outsideApi: true };
    expect(await api.get('/readyz', named, options)).toEqual({ name: 'starting' });
    expect(requests.map(({ url }) => url)).toEqual(['/readyz']);
  });
});

describe('problems', () => {
  it('names the fields that were not accepted', () => {
    const body = { code: 'request.invalid', vi: 'a', en: 'b', fields: [{ path: 'name', code: 'too_small' }, 'odd'] };
    expect(problemOf(400, body).fields).toEqual([{ path: 'name', code: 'too_small' }]);
  });

  it('keeps a problem and wraps a bug', () => {
    const problem = problemOf(404, { code: 'x.y', vi: 'a', en: 'b' });
    expect(asProblem(problem)).toBe(problem);
    expect(asProblem(new TypeError('bug'))).toMatchObject({ code: 'network.unreadable' });
  });
});
