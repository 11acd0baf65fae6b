/** Towns whose names help one find one's way: the most populated, none too near a larger one. */
export function chooseTowns<T extends { location?: { longitude: number; latitude: number } | null }>(
  towns: readonly T[],
  most = 14,
): T[] {
  const kept: T[] = [];
  for (const town of towns) {
    const here = town.location;
    const isNear = kept.some(({ location }) => {
      const dx = (location!.longitude - (here?.longitude ?? 0)) * 0.64;
      return Math.hypot(dx, location!.latitude - (here?.latitude ?? 0)) < 0.2;
    });
    if (here && !isNear && kept.length < most) kept.push(town);
  }
  return kept;
}
