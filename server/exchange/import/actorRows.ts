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
export function toActors(rows: SeedRows): GraphRows {
  return {
    nodes: [toActorNodes(rows, 'STRUCTURE', 'Structure'), toActorNodes(rows, 'LAB', 'Lab')],
    relationships: [
      statedBy('Actor', rows.actors),
      toPlaces(rows),
      {
        type: 'BELONGS_TO',
        from: 'Actor',
        to: 'Actor',
        rows: rows.actors.flatMap((row) =>
          row.parent === null ? [] : [{ from: row.id, to: row.parent, sourceId: row.source_id }],
        ),
      },
      toCompetenceTies(rows),
      {
        type: 'WORKS_ON',
        from: 'Actor',
        to: 'Theme',
        rows: rows.actor_themes.map((row) => ({ from: row.actor, to: row.theme, sourceId: row.source_id })),
      },
    ],
  };
}

function toActorNodes({ actors }: SeedRows, kind: 'STRUCTURE' | 'LAB', also: 'Structure' | 'Lab'): NodeRows {
  const emptyToNull = (value: string) => (value === '' ? null : value);
  return {
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
  };
}

function toPlaces({ actors }: SeedRows): RelationshipRows {
  return {
    type: 'LOCATED_IN',
    from: 'Actor',
    to: 'Territory',
    rows: actors.flatMap((row) => {
      if (row.insee === null) return [];
      const to = territoryId.commune(row.insee);
      return [{ from: row.id, to, evidence: row.insee_evidence, sourceId: row.source_id }];
    }),
  };
}

function toCompetenceTies({ actor_competences }: SeedRows): RelationshipRows {
  return {
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
  };
}
