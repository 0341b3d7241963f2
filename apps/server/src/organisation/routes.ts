import { z } from 'zod';
import { ok } from '@diemcau/domain/kernel';
import {
  Administrator,
  FirstAdministratorBody,
  Session,
  SignInBody,
  UnitPage,
  UnitQuery,
  unitsOf,
  type Action,
  type OrganisationCode,
  type Resource,
} from '@diemcau/domain/organisation';
import { cursorText, cutPage, readCursor, sessionToken, type Api, type Cookies } from '../platform/http/index.ts';
import { SESSION_SECONDS, type Accounts, type SignedIn } from './accounts.ts';
import type { OrganisationStore } from './store.ts';

type Parts = {
  readonly store: OrganisationStore;
  readonly accounts: Accounts;
  readonly cookies: Cookies;
  readonly demo: boolean;
};

const GUESSABLE = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };

const administratorOf = ({ account }: SignedIn) => ({
  accountId: account.accountId,
  name: account.name,
  login: account.login,
});

export const organisationRoutes = (api: Api<Action, Resource, OrganisationCode>, parts: Parts): void => {
  sessionRoutes(api, parts);
  unitRoutes(api, parts.store);
};

const sessionRoutes = (api: Api<Action, Resource, OrganisationCode>, { accounts, cookies, demo }: Parts): void => {
  const common = { as: 'anyone' } as const;
  api.route({
    ...common,
    method: 'GET',
    url: '/session',
    action: 'session.read',
    summary: 'Who is signed in here',
    response: Session,
    handler: async ({ request }) => {
      const token = sessionToken(request);
      const account = token === undefined ? undefined : await accounts.accountOf(token);
      return ok({
        administrator: account ? { accountId: account.accountId, name: account.name, login: account.login } : null,
        demo,
      });
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/administrators/first',
    action: 'administrator.first',
    summary: 'Make the first administrator, by the one-time link of the first start',
    options: GUESSABLE,
    body: FirstAdministratorBody,
    response: Administrator,
    status: 201,
    handler: async ({ body, request, reply }) => {
      const made = await accounts.createFirst(body, request.ip);
      if (!made.ok) return made;
      cookies.setSession(request, reply, made.value.token, SESSION_SECONDS);
      return ok(administratorOf(made.value));
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/session',
    action: 'session.signIn',
    summary: 'Sign in with login and password',
    options: GUESSABLE,
    body: SignInBody,
    response: Administrator,
    handler: async ({ body, request, reply }) => {
      const signedIn = await accounts.signIn(body.login, body.password, request.ip);
      if (!signedIn.ok) return signedIn;
      cookies.setSession(request, reply, signedIn.value.token, SESSION_SECONDS);
      return ok(administratorOf(signedIn.value));
    },
  });
  api.route({
    ...common,
    method: 'DELETE',
    url: '/session',
    action: 'session.signOut',
    summary: 'Sign out',
    handler: async ({ request, reply }) => {
      const token = sessionToken(request);
      if (token !== undefined) await accounts.signOut(token);
      cookies.clearSession(reply);
      return ok(undefined);
    },
  });
};

const unitRoutes = (api: Api<Action, Resource, OrganisationCode>, store: OrganisationStore): void => {
  api.route({
    method: 'GET',
    url: '/units',
    as: 'administrator',
    action: 'unit.list',
    summary: 'Units of the tree, by code: the children of one, or a search',
    query: UnitQuery,
    response: UnitPage,
    unknown: 'unit.not_found',
    resource: async ({ actor, query }) => {
      if (query.parentId === undefined) return { unitPath: unitsOf(actor), conferenceId: null, siteId: null };
      const unitPath = await store.units.pathOf(query.parentId);
      return unitPath ? { unitPath, conferenceId: null, siteId: null } : null;
    },
    handler: async ({ actor, query }) => {
      const after = readCursor(z.tuple([cursorText]), query.cursor)?.[0] ?? '';
      const rows = await store.units.list({
        parentId: query.parentId ?? null,
        within: unitsOf(actor),
        q: query.q ?? '',
        after,
        limit: query.limit + 1,
      });
      const page = cutPage(rows, query.limit, ({ code }) => [code]);
      return ok({ items: [...page.rows], next: page.next });
    },
  });
};
