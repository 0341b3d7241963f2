import { Counter } from 'prom-client';
import { ok, refuse, type Actor, type Result } from '@diemcau/domain/kernel';
import type { FirstAdministratorBody, OrganisationCode } from '@diemcau/domain/organisation';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import { Failures } from '../platform/http/index.ts';
import {
  checkAgainstNobody,
  deriveSecret,
  hashPassword,
  hashSecret,
  isPassword,
  newSecret,
  sameHash,
} from '../platform/identity/index.ts';
import { metrics } from '../platform/metrics/index.ts';
import type { Account, OrganisationStore } from './store.ts';

/** A session ends by itself after a working day. */
export const SESSION_SECONDS = 12 * 60 * 60;
const WINDOW_MS = 15 * 60 * 1000;

const failedSignIns = new Counter({
  name: 'diemcau_sign_in_failures_total',
  help: 'Failed sign-ins of administrators',
  registers: [metrics],
});

export type SignedIn = { readonly account: Account; readonly token: string };

type Parts = {
  readonly db: Db;
  readonly store: OrganisationStore;
  /** Key of this installation, from which the first administrator's link follows. */
  readonly key: string;
  /** Changes when the database is made or restored. */
  readonly epoch: string;
  readonly now: () => number;
};

/** Sign-in of administrators: the one-time link of the first one, then login and password. */
export const createAccounts = ({ db, store, key, epoch, now }: Parts) => {
  // Both keep a guesser slow: many logins from one address, or one login from many.
  const byAddress = new Failures({ limit: 20, windowMs: WINDOW_MS });
  const byLogin = new Failures({ limit: 5, windowMs: WINDOW_MS });
  /** Every server of the installation derives the same one, so it is stored nowhere (O6). */
  const firstSecret = deriveSecret(key, 'first-administrator', epoch);
  const isFirstSecret = (secret: string) => sameHash(hashSecret(secret), hashSecret(firstSecret));

  const begin = async (trx: Db, account: Account): Promise<SignedIn> => {
    const token = newSecret();
    await store.sessions.insert(trx, {
      tokenHash: hashSecret(token),
      accountId: account.accountId,
      expiresAt: new Date(now() + SESSION_SECONDS * 1000),
    });
    return { account, token };
  };

  const actorOf = (account: Account): Actor => ({ kind: 'administrator', accountId: account.accountId, unitIds: [] });

  const noticeFailure = async (login: string, address: string): Promise<void> => {
    byAddress.add(address, now());
    byLogin.add(login, now());
    failedSignIns.inc();
    await audit(db, { action: 'session.signInFailed', actor: { kind: 'nobody' }, subject: { address } });
  };

  return {
    /** The secret of the one-time link, as long as there is no account. */
    openFirstSecret: async (): Promise<string | null> => ((await store.accounts.any()) ? null : firstSecret),

    createFirst: async (body: FirstAdministratorBody, address: string): Promise<Result<SignedIn, OrganisationCode>> => {
      if (byAddress.areTooMany(address, now())) return refuse('account.throttled');
      if (!isFirstSecret(body.secret)) {
        await noticeFailure('', address);
        return refuse('account.link_invalid');
      }
      const unitId = await store.units.root();
      if (unitId === undefined) throw new Error('the tree of units is empty');
      const passwordHash = await hashPassword(body.password);
      return db.transaction().execute(async (trx) => {
        const account = await store.accounts.insertFirst(trx, {
          login: body.login,
          name: body.name,
          passwordHash,
          unitId,
        });
        if (!account) return refuse('account.link_invalid');
        await audit(trx, {
          action: 'administrator.first',
          actor: actorOf(account),
          subject: { accountId: account.accountId, unitId },
        });
        return ok(await begin(trx, account));
      });
    },

    signIn: async (login: string, password: string, address: string): Promise<Result<SignedIn, OrganisationCode>> => {
      const folded = login.normalize('NFC').trim().toLowerCase();
      if (byAddress.areTooMany(address, now()) || byLogin.areTooMany(folded, now())) return refuse('account.throttled');
      const found = await store.accounts.byLogin(folded);
      const right = found ? await isPassword(password, found.passwordHash) : await checkAgainstNobody(password);
      if (!found || !right) {
        await noticeFailure(folded, address);
        return refuse('account.wrong_password');
      }
      byLogin.forget(folded);
      const { accountId, name } = found;
      return db.transaction().execute(async (trx) => {
        await audit(trx, { action: 'session.signIn', actor: actorOf(found), subject: { accountId } });
        return ok(await begin(trx, { accountId, name, login: found.login }));
      });
    },

    signOut: (token: string): Promise<void> => store.sessions.delete(hashSecret(token)),

    /** Begins a session without a password, for the demo alone: its administrator has one that nobody knows. */
    enterAs: async ({ login, name }: { readonly login: string; readonly name: string }): Promise<SignedIn> => {
      const unitId = await store.units.root();
      if (unitId === undefined) throw new Error('the tree of units is empty');
      const passwordHash = await hashPassword(newSecret());
      return db.transaction().execute(async (trx) => {
        const account =
          (await store.accounts.insertFirst(trx, { login, name, passwordHash, unitId })) ??
          (await store.accounts.byLogin(login));
        if (!account) throw new Error('these are not the data of a demo');
        return begin(trx, account);
      });
    },

    accountOf: (token: string) => store.sessions.accountOf(hashSecret(token)),
  };
};
export type Accounts = ReturnType<typeof createAccounts>;
