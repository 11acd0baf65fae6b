import type { ActorFacts } from '../../analysis/explore/actorFacts';
import { facetNames, type FacetCounts, type FacetName } from '../../analysis/explore/actorFilter';
import { phases } from '../../analysis/explore/phase';
import type { DirectoryFacet, DirectoryFacetName, DirectoryFacetValue, DirectoryRow } from './directory.type';
import type { ExploredRegion } from './explore.rows';

type Language = 'fr' | 'en';

interface Names {
  competences: Map<string, { label: string; phase: string }>;
  themes: Map<string, string>;
  territories: Map<string, string>;
}

const named = new WeakMap<ExploredRegion, Partial<Record<Language, Names>>>();

function namesOf(region: ExploredRegion, language: Language): Names {
  const known = named.get(region) ?? {};
  named.set(region, known);
  const label = ({ labelFr, labelEn }: { labelFr: string; labelEn: string }): string =>
    language === 'en' ? labelEn : labelFr;
  return (known[language] ??= {
    competences: new Map(
      region.rows.competences.map((each) => [each.id, { label: label(each), phase: each.phase }]),
    ),
    themes: new Map(region.rows.themes.map((each) => [each.id, label(each)])),
    territories: new Map(region.rows.territories.map(({ id, name }) => [id, name])),
  });
}

/** One row of the directory, labels in one language. */
export function toRow(region: ExploredRegion, facts: ActorFacts, language: Language): DirectoryRow {
  const { competences, themes, territories } = namesOf(region, language);
  const stated = facts.statedCompetences
    .map((id) => competences.get(id))
    .filter((each) => each !== undefined);
  return {
    actorId: facts.id,
    name: facts.name,
    acronym: facts.acronym,
    kind: facts.kind,
    family: facts.family,
    communeId: facts.commune,
    place: facts.communeName,
    departmentName: facts.department === null ? null : (territories.get(facts.department) ?? null),
    latitude: facts.latitude,
    longitude: facts.longitude,
    levels: [...facts.levels],
    competenceCounts: phases.map((phase) => stated.filter((each) => each.phase === phase).length),
    declared: facts.declared,
    competenceIds: [...facts.statedCompetences],
    themeIds: [...facts.statedThemes],
    themeLabels: facts.statedThemes.map((id) => themes.get(id) ?? id),
    competenceLabels: stated.map((each) => each.label),
    partners: facts.partners,
    productions: facts.productions,
    needs: facts.needs,
    offers: facts.offers,
    latest: facts.latest,
    summary: (language === 'en' ? facts.summaryEn : null) ?? facts.summaryFr ?? facts.summaryEn,
    website: facts.website,
  };
}

/** Every facet, with the values that make sense for it. */
export function toFacets(region: ExploredRegion, counts: FacetCounts, language: Language): DirectoryFacet[] {
  return facetNames.map((facet) => ({
    name: facet as DirectoryFacetName,
    values: facetValues(region, facet, counts[facet], language),
  }));
}

function facetValues(
  { rows }: ExploredRegion,
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  language: Language,
): DirectoryFacetValue[] {
  const of = (
    value: string,
    label: string | null = null,
    sort: string | null = null,
    broader: string | null = null,
  ): DirectoryFacetValue => ({ value, label, sort, broader, count: counts.get(value) ?? 0 });
  const label = (each: { labelFr: string; labelEn: string }): string =>
    language === 'en' ? each.labelEn : each.labelFr;
  switch (facet) {
    case 'competences':
      return rows.competences.map((each) => of(each.id, label(each), each.phase, each.broader));
    case 'themes':
      return rows.themes.map((each) => of(each.id, label(each), null, each.broader));
    case 'territories':
      return [
        ...rows.territories.map((each) => of(each.id, each.name, each.level)),
        ...rows.communes
          .filter(({ id }) => counts.has(id))
          .map((each) => of(each.id, each.name, 'COMMUNE', each.epci)),
      ];
    default:
      return [...counts.keys()].sort().map((value) => of(value));
  }
}
