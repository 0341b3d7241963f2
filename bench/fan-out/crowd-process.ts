import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { FromCrowd, ToCrowd } from './messages.ts';

/** The crowd, in a process of its own. */
export class CrowdProcess {
  private readonly child: ChildProcess;
  private readonly listeners = new Set<(message: FromCrowd) => void>();

  constructor() {
    this.child = fork(join(import.meta.dirname, 'crowd.ts'));
    this.child.on('message', (message: FromCrowd) => this.listeners.forEach((listener) => listener(message)));
    this.child.on('exit', (code) => {
      if (code !== 0 && code !== null) throw new Error(`the crowd ended with ${code}`);
    });
  }

  on(listener: (message: FromCrowd) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Asks and waits for the answer of that type. */
  ask<T extends FromCrowd['type']>(message: ToCrowd, type: T): Promise<Extract<FromCrowd, { type: T }>> {
    const answer = new Promise<Extract<FromCrowd, { type: T }>>((resolve) => {
      const off = this.on((heard) => {
        if (heard.type !== type) return;
        off();
        resolve(heard as Extract<FromCrowd, { type: T }>);
      });
    });
    this.child.send(message);
    return answer;
  }

  end(): void {
    this.child.kill('SIGKILL');
  }
}
