// The yardstick: a bare server that stores what it is sent by one INSERT, of the pool that the product has.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: Number(process.env['POOL']) });

const store = async (body: string): Promise<void> => {
  const { id, site, headCount } = JSON.parse(body) as { id: string; site: string; headCount: number };
  await pool.query('insert into bare values ($1, $2, $3, now())', [id, site, headCount]);
};

createServer((request, answer) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    store(body).then(
      () => answer.writeHead(204).end(),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
