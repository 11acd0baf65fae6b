// Question: who acts, of which family, where?
// Params: none
// Columns: id, kind, family, name (strings), acronym (string or null), commune (id of its territory, or null),
//   latitude, longitude (degrees, or null when the place is unknown), territories (ids: commune, EPCI, département,
//   former region, region, and those it serves), outside (true when its commune is known and outside the region),
//   placeSourceId (source that states the commune, or null)
MATCH (a:Actor)
OPTIONAL MATCH (a)-[l:LOCATED_IN]->(c:Commune)
WITH a, head(collect(l)) AS l
WITH a, endNode(l) AS c, l.sourceId AS placeSourceId
OPTIONAL MATCH (c)-[:PART_OF*1..3]->(t:Territory)
WITH a, c, placeSourceId, collect(DISTINCT t.id) AS above
OPTIONAL MATCH (a)-[:SERVES]->(s:Territory)
WITH a, c, placeSourceId, above, collect(DISTINCT s.id) AS served
RETURN a.id AS id, a.kind AS kind, a.family AS family, a.name AS name, a.acronym AS acronym, c.id AS commune,
  c.location.latitude AS latitude, c.location.longitude AS longitude,
  CASE WHEN c IS NULL THEN [] ELSE [c.id] END + above + served AS territories,
  coalesce(NOT c.inRegion, false) AS outside, placeSourceId
ORDER BY id
LIMIT 1000000
