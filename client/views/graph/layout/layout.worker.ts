import { forceLayout } from './forceLayout';
import type { LayoutMessage, LayoutReply } from './layoutTypes';

self.onmessage = ({ data }: MessageEvent<LayoutMessage>) => {
  const reply: LayoutReply = { id: data.id, positions: forceLayout(data.request) };
  self.postMessage(reply);
};
