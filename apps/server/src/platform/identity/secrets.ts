import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 bits that nobody can guess, as a text for links and cookies. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/**
 * What is kept of a secret. A plain hash is enough for 128 random bits; looking it up by an index takes a time that
 * depends on the hash alone, from which nobody can work back to the secret.
 */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** A secret of 128 bits that follows from another one and from the installation's key, and reveals neither. */
export const deriveSecret = (key: string, purpose: string, from: string): string =>
  createHmac('sha256', key).update(`${purpose}:${from}`).digest().subarray(0, 16).toString('base64url');
