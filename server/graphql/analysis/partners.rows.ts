import { createPartnerProjection, type PartnerProjection } from '../../analysis/partners/projection';
import type { PartnerRows } from '../../analysis/partners/rows';
import type { RegionRows } from '../../graph/readRegion';
import { derivedFromRegion } from './region';

/** What partner search reads, from the region's rows: a stop without a known host says nothing of anyone. */
export function toPartnerRows(rows: RegionRows): PartnerRows {
  return {
    ...rows,
    stops: rows.stops.flatMap((stop) => (stop.actor === null ? [] : [{ ...stop, actor: stop.actor }])),
  };
}

/** The projection that partner search runs on, made once for each state of the database. */
export const currentPartnerProjection = derivedFromRegion<PartnerProjection>((rows) =>
  createPartnerProjection(toPartnerRows(rows)),
);
