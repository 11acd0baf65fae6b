// Question: how much is in the graph, what is not known, and from when is it?
// Params: none
// Columns: one row; structures, labs, people, competences, themes, productions, copies, events, venues, partnerships, needs, offers, sources, indicators, communes, epcis, departments, competenceStatements (integer): how many are stored; actorsToDeclare (integer): actors of which no competence is known; actorsWithoutCommune (integer): actors of which no commune is known; communesOfUnknownPopulation (integer): communes of the region of which no population is known; lastImportAt (ISO instant or null); latestSourceIds (list of strings): the five sources read last
// Scans: Actor, Commune, Import, Source
CALL () {
  MATCH (a:Actor)
  RETURN
    sum(CASE WHEN NOT EXISTS { (a)-[:HAS_COMPETENCE]->(:Competence) } THEN 1 ELSE 0 END) AS actorsToDeclare,
    sum(CASE WHEN NOT EXISTS { (a)-[:LOCATED_IN]->(:Commune) } THEN 1 ELSE 0 END) AS actorsWithoutCommune
}
CALL () {
  MATCH (c:Commune)
  WHERE c.inRegion AND c.population IS NULL
  RETURN count(c) AS communesOfUnknownPopulation
}
CALL () {
  MATCH (i:Import)
  RETURN max(i.appliedAt) AS lastImportAt
}
CALL () {
  MATCH (s:Source)
  WHERE s.retrieved IS NOT NULL
  WITH s.id AS id
  ORDER BY s.retrieved DESC, id
  LIMIT 5
  RETURN collect(id) AS latestSourceIds
}
RETURN
  COUNT { (:Structure) } AS structures,
  COUNT { (:Lab) } AS labs,
  COUNT { (:Person) } AS people,
  COUNT { (:Competence) } AS competences,
  COUNT { (:Theme) } AS themes,
  COUNT { (:Production) } AS productions,
  COUNT { (:Copy) } AS copies,
  COUNT { (:Event) } AS events,
  COUNT { (:Venue) } AS venues,
  COUNT { (:Partnership) } AS partnerships,
  COUNT { (:Need) } AS needs,
  COUNT { (:Offer) } AS offers,
  COUNT { (:Source) } AS sources,
  COUNT { (:Indicator) } AS indicators,
  COUNT { (:Commune) } AS communes,
  COUNT { (:Epci) } AS epcis,
  COUNT { (:Department) } AS departments,
  COUNT { ()-[:HAS_COMPETENCE]->(:Competence) } AS competenceStatements,
  actorsToDeclare,
  actorsWithoutCommune,
  communesOfUnknownPopulation,
  lastImportAt,
  latestSourceIds
ORDER BY structures
LIMIT 1
