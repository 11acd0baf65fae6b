import type { GraphRows, NodeRows, RelationshipRows } from '../../graph/writeGraph';
import type { SeedRows } from './seedTables';
import { statedBy } from './statedBy';
import { territoryId } from './territoryGraph';

/** Competences and themes, with their broader concepts. */
export function toSchemes({ competences, themes }: SeedRows): GraphRows {
  const broader = (
    label: 'Competence' | 'Theme',
    rows: { id: string; broader: string | null }[],
  ): RelationshipRows => ({
    type: 'BROADER',
    from: label,
    to: label,
    rows: rows.flatMap((row) => (row.broader === null ? [] : [{ from: row.id, to: row.broader }])),
  });
  return {
    nodes: [
      {
        label: 'Competence',
        rows: competences.map((row) => ({
          id: row.id,
          phase: row.phase,
          labelFr: row.label_fr,
          labelEn: row.label_en,
          definitionFr: row.definition_fr,
        })),
      },
      {
        label: 'Theme',
        rows: themes.map((row) => ({
          id: row.id,
          labelFr: row.label_fr,
          labelEn: row.label_en,
          closeMatch: row.close_match,
        })),
      },
    ],
    relationships: [broader('Competence', competences), broader('Theme', themes)],
  };
}

/** Actors with their place, what they can do and work on. */
export function toActors({ actors, actor_competences, actor_themes }: SeedRows): GraphRows {
  const emptyToNull = (value: string) => (value === '' ? null : value);
  const nodes = (kind: 'STRUCTURE' | 'LAB', also: 'Structure' | 'Lab'): NodeRows => ({
    label: 'Actor',
    also,
    rows: actors
      .filter((row) => row.kind === kind)
      .map((row) => ({
        id: row.id,
        kind,
        family: row.type,
        legalStatus: row.legal_status,
        name: row.name,
        acronym: row.acronym,
        website: row.website,
        siret: emptyToNull(row.siret),
        rna: row.rna,
        rnsr: emptyToNull(row.rnsr),
        ror: row.ror,
        museofile: emptyToNull(row.museofile),
        summaryFr: row.summary_fr,
        summaryEn: row.summary_en,
      })),
  });
  return {
    nodes: [nodes('STRUCTURE', 'Structure'), nodes('LAB', 'Lab')],
    relationships: [
      statedBy('Actor', actors),
      {
        type: 'LOCATED_IN',
        from: 'Actor',
        to: 'Territory',
        rows: actors.flatMap((row) =>
          row.insee === null
            ? []
            : [
                {
                  from: row.id,
                  to: territoryId.commune(row.insee),
                  evidence: row.insee_evidence,
                  sourceId: row.source_id,
                },
              ],
        ),
      },
      {
        type: 'BELONGS_TO',
        from: 'Actor',
        to: 'Actor',
        rows: actors.flatMap((row) =>
          row.parent === null ? [] : [{ from: row.id, to: row.parent, sourceId: row.source_id }],
        ),
      },
      {
        type: 'HAS_COMPETENCE',
        from: 'Actor',
        to: 'Competence',
        rows: actor_competences.map((row) => ({
          from: row.actor,
          to: row.competence,
          level: row.level,
          status: row.status,
          evidence: row.evidence_fr,
          sourceId: row.source_id,
        })),
      },
      {
        type: 'WORKS_ON',
        from: 'Actor',
        to: 'Theme',
        rows: actor_themes.map((row) => ({ from: row.actor, to: row.theme, sourceId: row.source_id })),
      },
    ],
  };
}
