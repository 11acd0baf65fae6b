// Question: which production was shown where, when, hosted by whom?
// Params: none
// Columns: eventId, production (ids), actor (host, or null), commune (territory id, or null), latitude, longitude (or null),
//   start, end (ISO 8601 of reduced precision, or null), visitors (or null), sourceId
MATCH (e:Event)-[:SHOWS]->(k:Copy)-[:COPY_OF]->(p:Production)
OPTIONAL MATCH (e)-[h:HOSTED_BY]->(a:Actor)
OPTIONAL MATCH (e)-[:TAKES_PLACE_IN]->(c:Commune)
OPTIONAL MATCH (e)-[:STATED_BY]->(s:Source)
RETURN e.id AS eventId, p.id AS production, a.id AS actor, c.id AS commune,
  c.location.latitude AS latitude, c.location.longitude AS longitude,
  e.start AS start, e.end AS end, e.visitors AS visitors, coalesce(h.sourceId, s.id) AS sourceId
ORDER BY eventId, production, actor, sourceId
LIMIT 1000000
