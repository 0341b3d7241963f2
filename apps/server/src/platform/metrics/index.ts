import { Registry, collectDefaultMetrics } from 'prom-client';

/** What `/metrics` shows. Parts add their own counters to it, under names that begin with `diemcau_`. */
export const metrics = new Registry();

collectDefaultMetrics({ register: metrics });
