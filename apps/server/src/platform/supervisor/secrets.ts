import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writePrivately } from './keep-file.ts';

const schema = z.object({
  postgresPassword: z.string().min(32),
  databasePassword: z.string().min(32),
  livekitApiKey: z.string().min(8),
  livekitApiSecret: z.string().min(32),
  cookieSecret: z.string().min(32),
});

export type Secrets = z.infer<typeof schema>;

/** Reads the installation's secrets, or makes them at the first start: there is no default password anywhere. */
export function secretsIn(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  const kept = readJson(path);
  if (kept !== undefined) return schema.parse(kept);
  const random = () => randomBytes(32).toString('base64url');
  const made: Secrets = {
    postgresPassword: random(),
    databasePassword: random(),
    livekitApiKey: `API${randomBytes(8).toString('hex')}`,
    livekitApiSecret: random(),
    cookieSecret: random(),
  };
  writePrivately(path, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}
