// What a page holds, garbage aside.
import type { CDPSession, Page } from 'playwright-core';

export type PageMemory = { readonly usedKb: number; readonly nodes: number };

/** Of the one page of its context. */
export class PageMeter {
  private readonly devtools: CDPSession;

  private constructor(devtools: CDPSession) {
    this.devtools = devtools;
  }

  static async of(page: Page): Promise<PageMeter> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('HeapProfiler.enable');
    await devtools.send('Performance.enable');
    return new PageMeter(devtools);
  }

  async look(): Promise<PageMemory> {
    // What a first collection finds free holds others until a second.
    await this.devtools.send('HeapProfiler.collectGarbage');
    await this.devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.devtools.send('Runtime.getHeapUsage');
    const { nodes } = await this.devtools.send('Memory.getDOMCounters');
    return { usedKb: usedSize / 1024, nodes };
  }
}
