// Question: which territories elsewhere may the region be compared with, and who says their figures?
// Params: none
// Columns: id, code, name, level, population, under15, from15To24, actors (or null), counts (list of "key=number"),
//   sourceId, sourceTitle, publisher, url, date, licence, retrieved (or null)
MATCH (r:ReferenceTerritory)
WITH r, properties(r) AS kept
OPTIONAL MATCH (r)-[:STATED_BY]->(s:Source)
RETURN r.id AS id, kept.code AS code, kept.name AS name, kept.level AS level, kept.population AS population,
  kept.population0to14 AS under15, kept.population15to24 AS from15To24, kept.actors AS actors,
  coalesce(kept.counts, []) AS counts, s.id AS sourceId, s.title AS sourceTitle, s.publisher AS publisher,
  s.url AS url, s.date AS date, s.licence AS licence, toString(s.retrieved) AS retrieved
ORDER BY id, sourceId
LIMIT 10000
