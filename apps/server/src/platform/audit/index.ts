export { audit, auditAll, auditOf, type AuditEntry } from './audit.ts';
export { Sealer } from './sealer.ts';
