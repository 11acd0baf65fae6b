// Question: who can do what, how well, and how is it known?
// Params: none
// Columns: actor, competence (ids), level (1 to 3, or null), status (lower case), sourceId, evidence (string or null)
MATCH (a:Actor)-[h:HAS_COMPETENCE]->(c:Competence)
RETURN a.id AS actor, c.id AS competence, h.level AS level, toLower(h.status) AS status,
  h.sourceId AS sourceId, h.evidence AS evidence
ORDER BY actor, competence
LIMIT 5000000
