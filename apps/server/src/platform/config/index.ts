export { ConfigError, readConfig, readSupervisorConfig } from './read.ts';
export type { Config, Environment, LogLevel, SupervisorConfig } from './read.ts';
