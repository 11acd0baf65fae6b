import type { LayoutMessage, LayoutReply, LayoutRequest, Positions } from './layoutTypes';

/** Asks for layouts off the main thread. */
export interface LayoutClient {
  /** Where everything stands. What was asked a moment ago, or is being worked out, is not worked out again. */
  place(request: LayoutRequest): Promise<Positions>;
  stop(): void;
}

/** Answers that are kept; the oldest goes first. */
const mostKept = 4;

/** Starts a worker for the layouts of one canvas; stop it with the canvas. */
export function createLayoutClient(): LayoutClient {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const kept = new Map<string, Promise<Positions>>();
  const settle = new Map<number, (positions: Positions) => void>();
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
    settle.get(data.id)?.(data.positions);
    settle.delete(data.id);
  };
  const ask = (request: LayoutRequest): Promise<Positions> =>
    new Promise((resolve) => {
      asked += 1;
      settle.set(asked, resolve);
      const message: LayoutMessage = { id: asked, request };
      worker.postMessage(message);
    });
  return {
    place(request) {
      const key = JSON.stringify(request);
      const answer = kept.get(key) ?? ask(request);
      kept.delete(key);
      kept.set(key, answer);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
    stop: () => worker.terminate(),
  };
}
