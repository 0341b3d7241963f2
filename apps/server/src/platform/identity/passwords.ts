import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

// OWASP's figures for scrypt: 32 MB and about 80 ms for each try. Stored with each hash, so that they can rise later.
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const KEY_BYTES = 32;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Composed and decomposed letters are the same password, whatever keyboard it was typed on.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...options, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** What is kept of a password: `scrypt$N$r$p$salt$key`. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
};

/** Whether `password` is the one of `stored`. Throws for a hash that this program did not make. */
export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  const [scheme, cost, blocks, parallel, salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined)
    throw new Error('an unknown kind of password hash');
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(cost),
    r: Number(blocks),
    p: Number(parallel),
  });
  return timingSafeEqual(given, expected);
};

/** A hash of no password: checked when there is no such login, so that the answer takes as long. */
const nobody = await hashPassword(randomBytes(16).toString('hex'));

export const checkAgainstNobody = async (password: string): Promise<false> => {
  await isPassword(password, nobody);
  return false;
};
