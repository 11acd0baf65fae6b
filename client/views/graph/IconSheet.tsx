import { useLayoutEffect, useRef } from 'react';
import { familyIcons } from '../../components/display/familyIcons';
import { nodeIcons } from './nodeIcons';
import type { IconDrawings } from './nodeImages';

const icons = {
  ...familyIcons,
  PRODUCTION: nodeIcons.PRODUCTION,
  THEME: nodeIcons.THEME,
  TERRITORY: nodeIcons.TERRITORY,
  NEED: nodeIcons.NEED,
  SOURCE: nodeIcons.SOURCE,
};

/** Draws every icon once, out of sight, and gives what is inside each: a canvas cannot take React's elements. */
export function IconSheet({ onReady }: { onReady: (drawings: IconDrawings) => void }) {
  const sheet = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  useLayoutEffect(() => {
    const drawn = [...(sheet.current?.children ?? [])].map(
      (element) => [element.getAttribute('data-name') ?? '', element.innerHTML] as const,
    );
    ready.current(new Map(drawn));
  }, []);
  return (
    <div ref={sheet} hidden aria-hidden>
      {Object.entries(icons).map(([name, Icon]) => (
        <Icon key={name} data-name={name} />
      ))}
    </div>
  );
}
