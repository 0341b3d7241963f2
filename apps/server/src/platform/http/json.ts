import type { FastifyInstance } from 'fastify';

/** Text that is no UTF-8 is refused rather than stored with marks in place of letters. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bodies are JSON in UTF-8 and nothing else. */
export const readJsonStrictly = (app: FastifyInstance): void => {
  const parseText = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done): void => {
    // Nothing is nothing, whatever the header promised; where a body is needed the schema says so.
    if (bytes.length === 0) return done(null, undefined);
    try {
      void parseText(request, utf8.decode(bytes), done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
};
