export { audit, type AuditEntry } from './audit.ts';
export { Sealer, sealHash } from './sealer.ts';
