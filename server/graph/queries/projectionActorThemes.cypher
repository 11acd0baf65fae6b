// Question: who works on what?
// Params: none
// Columns: actor, theme (ids), sourceId
MATCH (a:Actor)-[w:WORKS_ON]->(t:Theme)
RETURN a.id AS actor, t.id AS theme, w.sourceId AS sourceId
ORDER BY actor, theme
LIMIT 5000000
