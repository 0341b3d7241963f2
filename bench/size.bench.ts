// What a room screen fetches before its first picture, of the page as it is built.
import { join } from 'node:path';
import { limits, weightOf } from '../checks/page-weight.ts';
import { figure, report, valueAtMost } from './measure.ts';

const kilobytes = (bytes: number): number => bytes / 1024;

const weight = weightOf(join(import.meta.dirname, '../apps/web/dist'));
await report('size', [
  figure("the room screen's JavaScript, gzip", 'KB', kilobytes(weight.js), null, valueAtMost(kilobytes(limits.js))),
  figure("the room screen's CSS, gzip", 'KB', kilobytes(weight.css), null, valueAtMost(kilobytes(limits.css))),
]);
