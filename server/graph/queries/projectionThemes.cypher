// Question: which themes exist, under which broader one?
// Params: none
// Columns: id, labelFr, labelEn (strings), broader (id or null)
MATCH (t:Theme)
OPTIONAL MATCH (t)-[:BROADER]->(b:Theme)
RETURN t.id AS id, t.labelFr AS labelFr, t.labelEn AS labelEn, head(collect(b.id)) AS broader
ORDER BY id
LIMIT 100000
