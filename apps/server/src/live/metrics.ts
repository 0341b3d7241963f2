import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Measurements of the live conference, for `/metrics`. */
export const liveMetrics = (registry: Registry) => ({
  sockets: new Gauge({
    name: 'diemcau_sockets',
    help: 'Open sockets by class of view',
    labelNames: ['class'],
    registers: [registry],
  }),
  commands: new Counter({
    name: 'diemcau_commands_total',
    help: 'Commands by type and outcome',
    labelNames: ['type', 'outcome'],
    registers: [registry],
  }),
  latency: new Histogram({
    name: 'diemcau_command_seconds',
    help: 'From the command to its stored answer',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  }),
  grants: new Counter({
    name: 'diemcau_grants_total',
    help: 'Permissions set on the media server, by what they allow',
    labelNames: ['sources'],
    registers: [registry],
  }),
  removals: new Counter({
    name: 'diemcau_media_removals_total',
    help: 'Members removed from the stage, by reason',
    labelNames: ['reason'],
    registers: [registry],
  }),
  reconciliations: new Histogram({
    name: 'diemcau_reconciliation_seconds',
    help: 'One pass of the reconciler, by outcome',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  }),
  gate: new Counter({
    name: 'diemcau_media_gate_total',
    help: 'Signalling connections by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  }),
});
export type LiveMetrics = ReturnType<typeof liveMetrics>;
