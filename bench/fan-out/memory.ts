// What the sockets of a server cost it, garbage aside: read through V8's inspector after a full collection.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import WebSocket from 'ws';

export type Memory = {
  /** Objects and buffers that are in use. */
  readonly usedKb: number;
  /** Pages that the process holds, as the system counts them. */
  readonly residentKb: number;
};

type HeapUsage = { readonly usedSize: number; readonly backingStorageSize: number };
type Answer = { readonly id: number; readonly result: HeapUsage };

const residentKb = async (pid: number): Promise<number> =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]);

/** @param inspectorPort on which the process listens (`--inspect`) */
export const memoryOf = async (pid: number, inspectorPort: number): Promise<Memory> => {
  const targets = (await (await fetch(`http://127.0.0.1:${inspectorPort}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const inspector = new WebSocket(targets[0]!.webSocketDebuggerUrl);
  await once(inspector, 'open');
  let asked = 0;
  const ask = async (method: string): Promise<HeapUsage> => {
    const id = ++asked;
    const answer = new Promise<HeapUsage>((resolve) => {
      const listen = (data: Buffer) => {
        const { id: of, result } = JSON.parse(data.toString()) as Answer;
        if (of !== id) return;
        inspector.off('message', listen);
        resolve(result);
      };
      inspector.on('message', listen);
    });
    inspector.send(JSON.stringify({ id, method }));
    return answer;
  };
  await ask('HeapProfiler.collectGarbage');
  await ask('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await ask('Runtime.getHeapUsage');
  inspector.terminate();
  return { usedKb: (usedSize + backingStorageSize) / 1024, residentKb: await residentKb(pid) };
};
