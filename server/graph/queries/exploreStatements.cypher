// Question: which source states something of which actor, production or need?
// Params: none
// Columns: kind (ACTOR, PRODUCTION or NEED), id, sourceId, title (of the source)
CALL () {
  MATCH (a:Actor)-[:STATED_BY]->(s:Source)
  RETURN 'ACTOR' AS kind, a.id AS id, s.id AS sourceId, s.title AS title
  UNION ALL
  MATCH (p:Production)-[:STATED_BY]->(s:Source)
  RETURN 'PRODUCTION' AS kind, p.id AS id, s.id AS sourceId, s.title AS title
  UNION ALL
  MATCH (n:Need)-[:STATED_BY]->(s:Source)
  RETURN 'NEED' AS kind, n.id AS id, s.id AS sourceId, s.title AS title
}
RETURN kind, id, sourceId, title
ORDER BY sourceId, kind, id
LIMIT 1000000
