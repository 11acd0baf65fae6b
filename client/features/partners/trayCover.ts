import type { BriefPartsFragment, PartnerRowFragment } from '../../graphql/generated/graphql';

/** Who of a team covers a need: by the competence itself or a narrower one, or only by a broader one. */
export interface NeedCover {
  competenceId: string;
  phase: string;
  by: string[];
  partly: string[];
}

/**
 * What a team covers of the needs of a brief, in the order of the needs.
 *
 * @param rows - the actors of the team, scored for that brief; those not read yet cover nothing
 */
export function coverOfTeam(
  needs: BriefPartsFragment['needs'],
  rows: readonly PartnerRowFragment[],
): NeedCover[] {
  return needs.map(({ competenceId, phase }) => {
    const holders = rows.flatMap((row) => {
      const need = row.brings.flatMap((one) => one.needs).find((one) => one.competenceId === competenceId);
      return need ? [{ id: row.actorId, whole: need.factor >= 1 }] : [];
    });
    return {
      competenceId,
      phase,
      by: holders.filter(({ whole }) => whole).map(({ id }) => id),
      partly: holders.filter(({ whole }) => !whole).map(({ id }) => id),
    };
  });
}
