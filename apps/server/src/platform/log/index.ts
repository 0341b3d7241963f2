import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import type { LogLevel } from '../config/index.ts';

export type Logger = PinoLogger;

/** Where personal data may stand in a log record: at the top or one level down, and nowhere else. */
const personal = ['pii', '*.pii'];

/**
 * One JSON line per record on standard output.
 * Names, telephone numbers and addresses of people go under a `pii` key only, and are never written out.
 * @param destination where lines go instead, for tests
 */
export function createLogger(config: { logLevel: LogLevel }, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: personal, censor: '[personal]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
