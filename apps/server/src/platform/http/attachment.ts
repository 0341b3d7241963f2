import type { FastifyReply } from 'fastify';

const KINDS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
} as const;

type Kind = keyof typeof KINDS;

const named = (reply: FastifyReply, how: 'attachment' | 'inline', kind: Kind, plain: string, name: string): void => {
  const disposition = `${how}; filename="${plain}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`;
  reply.type(KINDS[kind]).header('content-disposition', disposition);
};

/** @param plain the name for what knows ASCII only, @param name what a person reads; both without the ending */
export const attach = (reply: FastifyReply, kind: Kind, plain: string, name: string): void =>
  named(reply, 'attachment', kind, plain, name);

/** The same for what a page shows, and a person may save under its name. */
export const show = (reply: FastifyReply, kind: Kind, plain: string, name: string): void =>
  named(reply, 'inline', kind, plain, name);
