// A server of its own for a page of a measurement: one script and what stands around it.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { bundled } from './browser.ts';

export type Around = {
  readonly title: string;
  readonly style?: string;
  /** Of the body, if it needs one. */
  readonly className?: string;
};

export class PageSite {
  private readonly server: Server;
  readonly url: string;

  private constructor(server: Server, url: string) {
    this.server = server;
    this.url = url;
  }

  /** @param name of the script in `page/` */
  static async serve(name: string, { title, style = '', className = '' }: Around): Promise<PageSite> {
    const script = await bundled(name);
    const html = `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${style}</style>
<body class="${className}"><script src="/page.js"></script>`;
    const server = createServer(({ url }, answer) => {
      const isScript = url === '/page.js';
      answer.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`);
      answer.end(isScript ? script : html);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('a server without a port');
    return new PageSite(server, `http://127.0.0.1:${address.port}/`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
