// Question: which competences exist, of which phase, under which broader one?
// Params: none
// Columns: id, phase, labelFr, labelEn (strings), broader (id or null)
MATCH (c:Competence)
OPTIONAL MATCH (c)-[:BROADER]->(b:Competence)
RETURN c.id AS id, c.phase AS phase, c.labelFr AS labelFr, c.labelEn AS labelEn, head(collect(b.id)) AS broader
ORDER BY id
LIMIT 100000
