// Question: who contributed to what, in which role, when?
// Params: none
// Columns: actor, production (ids), role, year (or null), sourceId
MATCH (a:Actor)-[c:CONTRIBUTED_TO]->(p:Production)
RETURN a.id AS actor, p.id AS production, c.role AS role, c.year AS year, c.sourceId AS sourceId
ORDER BY actor, production, role, year
LIMIT 5000000
