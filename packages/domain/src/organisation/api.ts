import { z } from 'zod';
import { AccountId, PageQuery, UnitId, line, pageOf } from '../kernel/index.ts';

export const UnitKind = z.enum(['centre', 'province', 'commune']);
export type UnitKind = z.infer<typeof UnitKind>;

export const Unit = z.object({
  unitId: UnitId,
  /** Of the statistics office; the centre's is "TW". */
  code: z.string(),
  name: z.string(),
  kind: UnitKind,
  parentId: UnitId.nullable(),
  /** How many units stand directly below. */
  children: z.number().int(),
});
export type Unit = z.infer<typeof Unit>;

/** Without `parentId` and `q`: the units in which the administrator holds the role. */
export const UnitQuery = PageQuery.extend({ parentId: UnitId.optional() });
export const UnitPage = pageOf(Unit);

export const Administrator = z.object({ accountId: AccountId, name: z.string(), login: z.string() });
export type Administrator = z.infer<typeof Administrator>;

export const Session = z.object({ administrator: Administrator.nullable(), demo: z.boolean() });
export type Session = z.infer<typeof Session>;

export const MIN_PASSWORD = 10;
const Login = line(60)
  .pipe(z.string().regex(/^[\p{L}\p{N}._@+-]+$/u))
  .transform((login) => login.toLowerCase());

export const FirstAdministratorBody = z.strictObject({
  secret: z.string().max(100),
  login: Login,
  name: line(80),
  password: z.string().min(MIN_PASSWORD).max(200),
});
export type FirstAdministratorBody = z.output<typeof FirstAdministratorBody>;

export const SignInBody = z.strictObject({
  login: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  password: z.string().min(1).max(200),
});
