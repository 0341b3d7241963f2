import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods, RouteShorthandOptions } from 'fastify';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { z } from 'zod';
import type { Actor, Result } from '@diemcau/domain/kernel';
import type { Refuse } from './errors.ts';

/** Whose rights a route asks for: of the signed-in account, of the seat in the path, or nobody's in particular. */
export type As = 'administrator' | 'seat' | 'anyone';

/** Who asks, and why they are nobody when the request carries something that was good once. */
export type Identified = { readonly actor: Actor; readonly because?: string };

/** The rights as the HTTP layer uses them; the rules themselves stand in the domain. */
export type Gatekeeper<Action extends string, Resource> = {
  readonly may: (actor: Actor, action: Action, resource: Resource) => boolean;
  readonly mayKnow: (actor: Actor, resource: Resource) => boolean;
  readonly isOpenToAnyone: (action: Action) => boolean;
  readonly identify: (request: FastifyRequest, as: As) => Promise<Identified>;
  /** For actions that are about no single thing. */
  readonly nothing: Resource;
};

export type Registered<Action extends string = string> = {
  readonly method: HTTPMethods;
  readonly url: string;
  readonly action: Action;
  readonly as: As;
};

export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly actor: Actor;
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

export type Route<
  Action extends string,
  Resource,
  Code extends string,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  /** The address stands by itself, not under `/api/v1`. */
  readonly root?: true;
  readonly action: Action;
  readonly as: As;
  /** One line for the description of the interface. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Of a success; refusals are problem+json. Without one the answer is 204 and empty. */
  readonly response?: R;
  readonly status?: 200 | 201;
  /** What the action is about; null when there is no such thing, which looks like one that the actor may not see. */
  readonly resource?: (input: Input<P, Q, B>) => Promise<Resource | null>;
  /** The code for "no such thing". */
  readonly unknown?: Code | 'access.not_found';
  readonly options?: RouteShorthandOptions;
  readonly handler: (input: Input<P, Q, B>) => Promise<Result<z.output<R>, Code>>;
};

export type SocketRoute<Action extends string, Resource, P extends z.ZodType> = {
  readonly url: string;
  readonly action: Action;
  readonly as: As;
  readonly params: P;
  readonly resource?: (actor: Actor, params: z.output<P>) => Promise<Resource | null>;
  readonly handler: (
    socket: WebSocket,
    input: { readonly actor: Actor; readonly params: z.output<P>; readonly connection: Socket },
  ) => void;
};

/** How slices register what they answer: parse, authorise, handle, map. There is no other way to add a route. */
export type Api<Action extends string, Resource, Code extends string> = {
  readonly route: <
    P extends z.ZodType = z.ZodUndefined,
    Q extends z.ZodType = z.ZodUndefined,
    B extends z.ZodType = z.ZodUndefined,
    R extends z.ZodType = z.ZodUndefined,
  >(
    route: Route<Action, Resource, Code, P, Q, B, R>,
  ) => void;
  /** A WebSocket; who may not connect is answered with a problem before the upgrade. */
  readonly socket: <P extends z.ZodType>(route: SocketRoute<Action, Resource, P>) => void;
};

const identities = new WeakMap<FastifyRequest, Identified>();

const identityOf = (request: FastifyRequest): Identified => {
  const identified = identities.get(request);
  if (!identified) throw new Error('the request was not identified');
  return identified;
};

export const createApi = <Action extends string, Resource, Code extends string>(
  app: FastifyInstance,
  gate: Gatekeeper<Action, Resource>,
  refuse: Refuse,
  prefix: string,
  /** Gets every route with its action, for the test that walks them all. */
  registry: Registered<Action>[],
): Api<Action, Resource, Code> => {
  /** Before the body is even read: who is nobody may only do what is open to anyone. */
  const identify = (action: Action, as: As) => async (request: FastifyRequest, reply: FastifyReply) => {
    const identified = await gate.identify(request, as);
    identities.set(request, identified);
    if (identified.actor.kind !== 'nobody' || gate.isOpenToAnyone(action)) return undefined;
    return refuse(reply, identified.because ?? (as === 'seat' ? 'seat.not_held' : 'access.sign_in'));
  };

  /** The code of a refusal, or null when the actor may. */
  const whyNot = (actor: Actor, action: Action, resource: Resource | null, unknown: string): string | null => {
    if (resource === null) return unknown;
    if (gate.may(actor, action, resource)) return null;
    return gate.mayKnow(actor, resource) ? 'access.forbidden' : unknown;
  };

  return {
    route: (route) => {
      const { method, action, as, options, handler } = route;
      const url = route.root ? route.url : `${prefix}${route.url}`;
      registry.push({ method, url, action, as });
      const status = route.status ?? (route.response ? 200 : 204);
      app.route({
        ...options,
        method,
        url,
        schema: {
          summary: route.summary,
          ...(route.params && { params: route.params }),
          ...(route.query && { querystring: route.query }),
          ...(route.body && { body: route.body }),
          ...(route.response && { response: { [status]: route.response } }),
        },
        onRequest: identify(action, as),
        handler: async (request, reply) => {
          const { actor } = identityOf(request);
          // The schemas above have just made these what their types say.
          const input = {
            actor,
            params: request.params,
            query: request.query,
            body: request.body,
            request,
            reply,
          } as Parameters<typeof handler>[0];
          const resource = route.resource ? await route.resource(input) : gate.nothing;
          const refusal = whyNot(actor, action, resource, route.unknown ?? 'access.not_found');
          if (refusal !== null) return refuse(reply, refusal);
          const result = await handler(input);
          if (!result.ok) return refuse(reply, result.code, { detail: result.detail });
          if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
          // A handler may have set a status of its own (a page not ready).
          if (reply.statusCode === 200) reply.code(status);
          return reply.send(result.value);
        },
      });
    },
    socket: (route) => {
      const { action, as } = route;
      const url = `${prefix}${route.url}`;
      registry.push({ method: 'GET', url, action, as });
      const responses = new WeakMap<FastifyRequest, FastifyReply['raw']>();
      const authorise = async (request: FastifyRequest, reply: FastifyReply) => {
        responses.set(request, reply.raw);
        const { actor } = identityOf(request);
        const params = route.params.parse(request.params);
        const resource = route.resource ? await route.resource(actor, params) : gate.nothing;
        const refusal = whyNot(actor, action, resource, 'access.not_found');
        return refusal === null ? undefined : refuse(reply, refusal);
      };
      app.route({
        method: 'GET',
        url,
        schema: { hide: true, params: route.params },
        onRequest: identify(action, as),
        preHandler: authorise,
        handler: (_request, reply) => refuse(reply, 'route.unknown'),
        wsHandler: (socket, request) => {
          // An open socket needs its request and answer no more, which would stay with it: 15 KB each.
          responses.get(request)?.detachSocket(request.raw.socket);
          socket.removeAllListeners('error');
          socket.on('error', () => socket.terminate());
          route.handler(socket, {
            actor: identityOf(request).actor,
            params: route.params.parse(request.params),
            connection: request.raw.socket,
          });
        },
      });
    },
  };
};
