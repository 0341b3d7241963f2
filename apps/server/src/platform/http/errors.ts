import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { problemBody, type FieldProblem, type HttpCode, type ProblemMore, type ProblemTable } from './problems.ts';

/** Sends a refusal as problem+json. */
export type Refuse = (reply: FastifyReply, code: string, more?: ProblemMore) => FastifyReply;

export const refuser =
  (table: ProblemTable): Refuse =>
  (reply, code, more) => {
    const body = problemBody(table, code, more);
    // Not through the route's response schema: a refusal has one shape everywhere.
    return reply
      .code(body.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .serializer((payload: unknown) => JSON.stringify(payload))
      .send(body);
  };

/** An outage that asking again will mend, in whatever part it showed. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

const KNOWN: Readonly<Record<string, HttpCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.not_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'request.bad_encoding',
};

/** Errors of PostgreSQL or of the way to it that pass by themselves: shutting down, starting, full, no connection. */
const PASSING = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);
/** What `pg` says of a connection without a code: not made in time, lost, or lost before this query. */
const NO_CONNECTION = /timeout exceeded when trying to connect|timeout expired|Connection terminated|is not queryable/;

const isPassing = (error: FastifyError): boolean =>
  error.name === 'Unavailable' ||
  error.name === 'StoreUnavailable' ||
  PASSING.has(error.code) ||
  NO_CONNECTION.test(error.message);

const codeOf = (error: FastifyError): HttpCode => {
  const known = KNOWN[error.code];
  if (known) return known;
  if (error instanceof SyntaxError) return 'request.not_json';
  if (isPassing(error)) return 'server.unavailable';
  if (error.statusCode === 429) return 'request.too_many';
  // Whatever else Fastify finds wrong with a request: a bad percent sign in the address, a header too many.
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? 'request.invalid'
    : 'server.failed';
};

/** The path of a field as a page writes it: `body.texts.speaker.name` without its first part. */
const fieldsOf = (error: FastifyError): readonly FieldProblem[] | undefined => {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  return error.validation.map(({ instancePath, keyword }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    code: keyword,
  }));
};

/** The one mapper from what was thrown to what is answered. Bugs are logged whole and shown as nothing but a code. */
export const mapErrors = (app: FastifyInstance, refuse: Refuse): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const fields = fieldsOf(error);
    if (fields) return refuse(reply, 'request.invalid', { fields });
    const code = codeOf(error);
    if (code === 'server.failed') request.log.error({ err: error }, 'a request failed');
    if (code === 'server.unavailable') request.log.warn({ err: error }, 'a request could not be served now');
    return refuse(reply, code);
  });
};
