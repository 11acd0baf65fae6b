import type { Map as MapLibre } from 'maplibre-gl';

/** Maps that look at the same place. */
export interface MapGroup {
  /** Lets a map in, at the view of the others; returns what lets it out. */
  add(map: MapLibre): () => void;
}

/** Makes an empty group: moving one of its maps moves the others. */
export function createMapGroup(): MapGroup {
  const maps = new Set<MapLibre>();
  let isFollowing = false;
  return {
    add(map) {
      const follow = () => {
        if (isFollowing) return;
        isFollowing = true;
        for (const other of maps)
          if (other !== map) other.jumpTo({ center: map.getCenter(), zoom: map.getZoom() });
        isFollowing = false;
      };
      maps.add(map);
      map.on('move', follow);
      return () => {
        map.off('move', follow);
        maps.delete(map);
      };
    },
  };
}
