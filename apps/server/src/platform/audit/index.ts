export { audit, auditAll, type AuditEntry } from './audit.ts';
export { Sealer } from './sealer.ts';
