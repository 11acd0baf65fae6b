// Question: which productions exist, about what, for whom, needing what?
// Params: none
// Columns: id, title, type (strings), year (or null), themes, audiences, requires (lists)
MATCH (p:Production)
OPTIONAL MATCH (p)-[:ABOUT]->(t:Theme)
WITH p, collect(DISTINCT t.id) AS themes
OPTIONAL MATCH (p)-[:REQUIRES]->(c:Competence)
RETURN p.id AS id, p.title AS title, p.type AS type, p.year AS year, themes,
  coalesce(p.audiences, []) AS audiences, collect(DISTINCT c.id) AS requires
ORDER BY id
LIMIT 1000000
