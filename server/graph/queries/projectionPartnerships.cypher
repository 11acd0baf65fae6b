// Question: which two actors does each partnership tie? One with more than two ends gives all its pairs.
// Params: none
// Columns: partnershipId, a, b (ids), kind, start, end, about (or null), sourceId
MATCH (x:Actor)-[px:PARTNER_IN]->(p:Partnership)<-[py:PARTNER_IN]-(y:Actor)
WHERE px.role = 'FROM' OR (px.role = py.role AND x.id < y.id)
RETURN p.id AS partnershipId, x.id AS a, y.id AS b, p.kind AS kind, p.start AS start, p.end AS end,
  p.about AS about, px.sourceId AS sourceId
ORDER BY partnershipId, a, b
LIMIT 5000000
