import { Marker, type Map as MapLibre } from 'maplibre-gl';
import { groupMarks, type MapMark } from './groupMarks';
import styles from './TerritoryMap.module.css';

function toButton(mark: MapMark, isChosen: boolean, onMark: (id: string) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles.mark!;
  button.dataset.look = mark.look;
  button.textContent = mark.text;
  button.title = mark.label;
  button.ariaLabel = mark.label;
  button.setAttribute('aria-pressed', String(isChosen));
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    onMark(mark.id);
  });
  return button;
}

/** Pixels under which two marks touch. */
const REACH = 30;

/**
 * Draws marks, grouped anew each time the scale changes, so that none hides another.
 *
 * @param chosen - the mark to show as chosen, if any
 * @returns what takes them away
 */
export function drawMarks(
  map: MapLibre,
  marks: readonly MapMark[],
  chosen: string | null,
  onMark: (id: string) => void,
): () => void {
  let drawn: Marker[] = [];
  const clear = () => drawn.forEach((marker) => marker.remove());
  const draw = () => {
    clear();
    const project = ({ longitude, latitude }: MapMark) => map.project([longitude, latitude]);
    drawn = groupMarks(marks, project, REACH).map((group) => {
      const element = document.createElement('div');
      element.className = styles.marks!;
      element.append(...group.map((mark) => toButton(mark, mark.id === chosen, onMark)));
      if (group.some(({ id }) => id === chosen)) element.style.zIndex = '2';
      const [first] = group;
      return new Marker({ element }).setLngLat([first!.longitude, first!.latitude]).addTo(map);
    });
  };
  draw();
  map.on('zoomend', draw);
  map.on('resize', draw);
  return () => {
    map.off('zoomend', draw);
    map.off('resize', draw);
    clear();
  };
}
