import type { LayoutMessage, LayoutReply, LayoutRequest, Positions } from './layoutTypes';

/** Asks for layouts off the main thread. */
export interface LayoutClient {
  /** Resolves with the answer to the latest request only: an older one never resolves. */
  place(request: LayoutRequest): Promise<Positions>;
  stop(): void;
}

/** Starts a worker for the layouts of one canvas; stop it with the canvas. */
export function createLayoutClient(): LayoutClient {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  let latest = 0;
  let settle: ((positions: Positions) => void) | undefined;
  worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
    if (data.id === latest) settle?.(data.positions);
  };
  return {
    place: (request) =>
      new Promise((resolve) => {
        latest += 1;
        settle = resolve;
        const message: LayoutMessage = { id: latest, request };
        worker.postMessage(message);
      }),
    stop: () => worker.terminate(),
  };
}
