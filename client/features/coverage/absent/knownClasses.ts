import type { AreaClass } from '../../../views/map/mapStyle';
import type { RegisterUnit } from '../registerAnswer';

/** Least share of each class of the map; a unit of which nothing is known has a look of its own. */
export const knownFloors = [0, 0.2, 0.4, 0.6, 0.8] as const;

/** Class of a unit by the share of a register that is known there: `SAME` where the register has no row. */
export function knownClass(unit: RegisterUnit | undefined): AreaClass {
  if (!unit || unit.inRegister === 0) return 'SAME';
  const share = unit.sure / unit.inRegister;
  if (share === 0) return 'NOTHING';
  return knownFloors.findLastIndex((floor) => share >= floor);
}

/** Units with all their kinds added up, by territory; what is in no unit is left out. */
export function sumOfKinds(units: readonly RegisterUnit[]): Map<string, RegisterUnit> {
  const sums = new Map<string, RegisterUnit>();
  for (const unit of units) {
    if (unit.territoryId === null) continue;
    const known = sums.get(unit.territoryId);
    if (!known) {
      sums.set(unit.territoryId, { ...unit });
      continue;
    }
    for (const name of ['inGraph', 'inRegister', 'sure', 'toReview', 'absent'] as const)
      known[name] += unit[name];
    known.share = known.inRegister > 0 ? known.sure / known.inRegister : null;
  }
  return sums;
}
