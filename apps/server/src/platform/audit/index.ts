export { audit, type AuditEntry } from './audit.ts';
export { Sealer } from './sealer.ts';
