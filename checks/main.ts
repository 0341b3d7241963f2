import { fileURLToPath } from 'node:url';
import type { Count } from './reports.ts';
import { stagesOf, type Stage } from './stages.ts';

/** All checks together; what has not run by then has failed. */
const wholeMs = 30 * 60 * 1000;

const stages = stagesOf(fileURLToPath(new URL('../', import.meta.url)));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => stages.every((stage) => stage.name !== name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no check ${unknown.join(', ')}: choose of ${stages.map((stage) => stage.name).join(', ')}.\n`,
  );
  process.exit(2);
}

const deadline = performance.now() + wholeMs;
const total: Count = { passed: 0, failed: 0 };
const broken: string[] = [];
for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const count = await runStage(stage);
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) broken.push(stage.name);
}
if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(', ')}; each runs alone by script/test NAME.\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runStage(stage: Stage): Promise<Count> {
  process.stdout.write(`\n── ${stage.name}\n`);
  const startedAt = performance.now();
  const count =
    startedAt >= deadline
      ? { passed: 0, failed: 1 }
      : await stage.run(deadline - startedAt).catch((error: unknown) => {
          process.stdout.write(`${String(error)}\n`);
          return { passed: 0, failed: 1 };
        });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`── ${stage.name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s\n`);
  return count;
}
