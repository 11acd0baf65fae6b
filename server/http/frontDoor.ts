import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartFailure } from '../startup';

/** The port of the application: taken first, answered once the application is ready, drained at the end. */
export interface FrontDoor {
  /** Address to type in a browser on this machine. */
  readonly url: string;
  readonly port: number;
  /** Lets requests through to the application; until then each is answered 503. */
  open(listener: RequestListener): void;
  /** Refuses new connections and resolves when those under way are answered, or cut after `seconds`. */
  drain(seconds: number): Promise<void>;
}

const WILDCARDS = new Set(['0.0.0.0', '::']);

/**
 * Takes the port at once, so that nothing is started for a port that is not to be had.
 * @param port 0 takes a free one.
 * @throws StartFailure `portTaken` or `addressRefused`.
 */
export async function takeFrontDoor(host: string, port: number): Promise<FrontDoor> {
  const underWay = new Set<ServerResponse>();
  let answer: RequestListener = refuse;
  let draining = false;
  const server = createServer((request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    if (draining) response.setHeader('Connection', 'close');
    (draining ? refuse : answer)(request, response);
  });
  await listen(server, host, port);
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: toUrl(host, bound),
    open(listener) {
      answer = listener;
    },
    async drain(seconds) {
      draining = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('Connection', 'close');
      await close(server, seconds);
    },
  };
}

function refuse(_: unknown, response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'application/json; charset=utf-8', 'Retry-After': '2' });
  response.end('{"status":"starting or stopping"}');
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const { code = error.message } = error;
      if (code === 'EADDRINUSE') reject(new StartFailure('portTaken', { port, other: port + 1 }));
      else reject(new StartFailure('addressRefused', { host: `${host}:${port}`, reason: code }));
    });
    server.listen(port, host, resolve);
  });
}

async function close(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that was kept alive becomes idle only once its answer has left.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

function toUrl(host: string, port: number): string {
  const name = WILDCARDS.has(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
