/**
 * Requests of the pages to `/api/v1`. Answers are read by a schema; whatever goes wrong arrives as a `Problem` with a
 * code and a sentence in both languages, and nothing else is thrown.
 */
const base = '/api/v1';
const retryPauseMs = 400;

/** A field that was not accepted: its path in the body, such as `speaker.name`, and the schema's code for why. */
export type FieldProblem = { readonly path: string; readonly code: string };

type ProblemParts = {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly status: number;
  readonly fields?: readonly FieldProblem[];
};

/** What went wrong and what to do. `status` is 0 when no answer came at all. */
export class Problem extends Error {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly status: number;
  /** The fields to mark; empty when it is about none. */
  readonly fields: readonly FieldProblem[];

  constructor(said: ProblemParts, cause?: unknown) {
    super(`${said.code}: ${said.en}`, { cause });
    this.name = 'Problem';
    this.code = said.code;
    this.vi = said.vi;
    this.en = said.en;
    this.status = said.status;
    this.fields = said.fields ?? [];
  }
}

/** Reads an answer; throws when it has another shape. Any zod schema is one. */
export type AnswerSchema<T> = { parse(answer: unknown): T };

export type RequestOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Names the act, so that it is done once however often it is sent; by default each call is an act of its own. */
  readonly idempotencyKey?: string;
  /** For a path that is not under `/api/v1`, such as `/readyz`. */
  readonly outsideApi?: boolean;
  /** Answers beside 2xx that are read as answers and not as problems. */
  readonly alsoAccept?: readonly number[];
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Call = {
  readonly method: Method;
  readonly path: string;
  readonly body: unknown;
  readonly options: RequestOptions;
};

const unreachable = {
  code: 'network.unreachable',
  vi: 'Không kết nối được với máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
  en: 'The server cannot be reached. Check the line and try again.',
  status: 0,
};
const aborted = {
  code: 'network.aborted',
  vi: 'Yêu cầu đã được hủy. Nếu vẫn cần, hãy thử lại.',
  en: 'The request was cancelled. Try again if it is still needed.',
  status: 0,
};
const unreadable = (status: number) => ({
  code: 'network.unreadable',
  vi: 'Máy chủ trả lời không như mong đợi. Hãy tải lại trang; nếu vẫn vậy, đề nghị báo cán bộ kỹ thuật.',
  en: 'The server gave an unexpected answer. Reload the page; if it persists, tell a technician.',
  status,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFieldProblem = (value: unknown): value is FieldProblem =>
  isObject(value) && typeof value['path'] === 'string' && typeof value['code'] === 'string';

/** The problem that a body of RFC 9457 states, or the unreadable one when it states none of ours. */
export const problemOf = (status: number, body: unknown): Problem => {
  if (!isObject(body)) return new Problem(unreadable(status));
  const { code, vi, en } = body;
  if (typeof code !== 'string' || typeof vi !== 'string' || typeof en !== 'string') {
    return new Problem(unreadable(status), body);
  }
  const fields = Array.isArray(body['fields']) ? body['fields'].filter(isFieldProblem) : [];
  return new Problem({ code, vi, en, status, fields });
};

const initOf = ({ method, body, options }: Call): RequestInit => {
  const headers: Record<string, string> = { accept: 'application/json' };
  // A file goes as it is, with its own type.
  if (body instanceof Blob) headers['content-type'] = body.type;
  else if (body !== undefined) headers['content-type'] = 'application/json';
  if (method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  return {
    method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: options.signal ?? null,
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  };
};

const send = async (call: Call): Promise<Response> => {
  const address = call.options.outsideApi ? call.path : `${base}${call.path}`;
  try {
    return await fetch(address, initOf(call));
  } catch (cause) {
    throw new Problem(call.options.signal?.aborted ? aborted : unreachable, cause);
  }
};

/** A GET is asked once more when the line or the server failed it; what changes something is never sent again here. */
const sendOrRetry = async (call: Call): Promise<Response> => {
  if (call.method !== 'GET') return send(call);
  const first = await send(call).catch((problem: unknown) => problem);
  const failed =
    first instanceof Response ? first.status === 502 || first.status === 503 : !call.options.signal?.aborted;
  const awaited = first instanceof Response && call.options.alsoAccept?.includes(first.status) === true;
  if (failed && !awaited) {
    await new Promise((resolve) => setTimeout(resolve, retryPauseMs));
    return send(call);
  }
  if (first instanceof Response) return first;
  throw first;
};

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text().catch((cause: unknown) => {
    throw new Problem(unreachable, cause);
  });
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Problem(unreadable(response.status), cause);
  }
};

const request = async <T>(call: Call, schema: AnswerSchema<T> | null): Promise<T | undefined> => {
  const response = await sendOrRetry(call);
  const accepted = response.ok || call.options.alsoAccept?.includes(response.status) === true;
  if (!accepted) throw problemOf(response.status, await bodyOf(response));
  if (schema === null) return undefined;
  const answer = await bodyOf(response);
  try {
    return schema.parse(answer);
  } catch (cause) {
    throw new Problem(unreadable(response.status), cause);
  }
};

const answered = async <T>(call: Call, schema: AnswerSchema<T>): Promise<T> => (await request(call, schema)) as T;

const sender =
  (method: Exclude<Method, 'GET'>) =>
  <T = void>(path: string, body?: unknown, schema?: AnswerSchema<T> | null, options: RequestOptions = {}): Promise<T> =>
    request({ method, path, body, options }, schema ?? null) as Promise<T>;

/** `path` starts with a slash and stands under `/api/v1`. Without a schema the answer's body is left unread. */
export const api = {
  get: <T>(path: string, schema: AnswerSchema<T>, options: RequestOptions = {}): Promise<T> =>
    answered({ method: 'GET', path, body: undefined, options }, schema),
  post: sender('POST'),
  put: sender('PUT'),
  patch: sender('PATCH'),
  delete: sender('DELETE'),
};

/** The problem in whatever was thrown: itself, or the unreadable one around a bug, so that pages can show it. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : new Problem(unreadable(0), thrown);
