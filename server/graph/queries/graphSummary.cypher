// Question: how much is in the graph, what is not known, and from when is it?
// Params: none
// Columns: one row; structures, labs, people, competences, themes, productions, copies, events, venues, partnerships, needs, offers, sources, indicators, communes, epcis, departments, competenceStatements (integer): how many are stored; actorsToDeclare (integer): actors of which no competence is known; actorsWithoutCommune (integer): actors of which no commune is known; communesOfUnknownPopulation (integer): communes of the region of which no population is known; lastImportAt (ISO instant or null); latestSourceIds (list of strings): the five sources read last
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
  COUNT { MATCH (c:Commune) WHERE c.inRegion } AS communes,
  COUNT { (:Epci) } AS epcis,
  COUNT { (:Department) } AS departments,
  COUNT { ()-[:HAS_COMPETENCE]->(:Competence) } AS competenceStatements,
  COUNT { MATCH (a:Actor) WHERE NOT EXISTS { (a)-[:HAS_COMPETENCE]->(:Competence) } } AS actorsToDeclare,
  COUNT { MATCH (a:Actor) WHERE NOT EXISTS { (a)-[:LOCATED_IN]->(:Commune) } } AS actorsWithoutCommune,
  COUNT { MATCH (c:Commune) WHERE c.inRegion AND c.population IS NULL } AS communesOfUnknownPopulation,
  head(COLLECT { MATCH (i:Import) RETURN i.appliedAt ORDER BY i.appliedAt DESC LIMIT 1 }) AS lastImportAt,
  COLLECT {
    MATCH (s:Source)
    WHERE s.retrieved IS NOT NULL
    RETURN s.id
    ORDER BY s.retrieved DESC, s.id
    LIMIT 5
  } AS latestSourceIds
ORDER BY structures
LIMIT 1
