import { createServer, connect } from 'node:net';

const LOOPBACK = '127.0.0.1';

/**
 * True when nobody listens on this port of the loopback interface.
 * The answer is about now: whoever binds next must still expect to fail.
 */
export async function isPortFree(port: number): Promise<boolean> {
  return (await reserve(port)) !== undefined;
}

/** A port of the loopback interface that nobody listens on, chosen by the operating system. */
export async function findFreePort(): Promise<number> {
  const port = await reserve(0);
  if (port === undefined) throw new Error('The operating system has no free port');
  return port;
}

/** Resolves to true when something accepts connections on this port of the loopback interface. */
export function isListening(port: number, timeout = 1000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: LOOPBACK, port, timeout });
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}

function reserve(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(bound));
    });
  });
}
