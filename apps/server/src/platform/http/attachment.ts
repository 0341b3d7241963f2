import type { FastifyReply } from 'fastify';

const KINDS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** @param plain the name for what knows ASCII only, @param name what a person reads; both without the ending */
export const attach = (reply: FastifyReply, kind: keyof typeof KINDS, plain: string, name: string): void => {
  const disposition = `attachment; filename="${plain}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`;
  reply.type(KINDS[kind]).header('content-disposition', disposition);
};
