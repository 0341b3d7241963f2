import { describe, expect, test } from 'vitest';
import { checkAgainstNobody, hashPassword, isPassword } from './passwords.ts';
import { deriveSecret, hashSecret, newSecret, sameHash } from './secrets.ts';

describe('passwords', () => {
  test('O7: only the password itself fits, in whatever form its letters were typed', async () => {
    const stored = await hashPassword('mật khẩu đủ dài');
    expect(await isPassword('mật khẩu đủ dài'.normalize('NFD'), stored)).toBe(true);
    expect(await isPassword('mat khau du dai', stored)).toBe(false);
    expect(await checkAgainstNobody('mật khẩu đủ dài')).toBe(false);
  });

  test('O7: two hashes of one password differ and carry their cost', async () => {
    const [a, b] = [await hashPassword('x'.repeat(10)), await hashPassword('x'.repeat(10))];
    expect(a).not.toBe(b);
    expect(a).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  });

  test('a hash of another kind is a bug, not a wrong password', async () => {
    await expect(isPassword('x', 'bcrypt$1')).rejects.toThrow(/unknown kind/);
  });
});

describe('secrets', () => {
  test('S1: 128 random bits', () => {
    const secrets = new Set(Array.from({ length: 1000 }, newSecret));
    expect(secrets.size).toBe(1000);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
  });

  test('O6: a derived secret is the same for the same key and purpose, and for no other', () => {
    const secret = deriveSecret('key', 'purpose', 'from');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
    expect(deriveSecret('key', 'purpose', 'from')).toBe(secret);
    for (const other of [
      deriveSecret('key2', 'purpose', 'from'),
      deriveSecret('key', 'other', 'from'),
      deriveSecret('key', 'purpose', 'else'),
    ])
      expect(other).not.toBe(secret);
  });

  test('hashes are compared whole', () => {
    expect(sameHash(hashSecret('a'), hashSecret('a'))).toBe(true);
    expect(sameHash(hashSecret('a'), hashSecret('b'))).toBe(false);
    expect(sameHash(hashSecret('a'), Buffer.alloc(0))).toBe(false);
  });
});
