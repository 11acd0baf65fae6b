// Question: which territories above the commune are there, part of what, with people of which ages?
// Params: none
// Columns: id, code, name, level, population (or null), crossesBorder (or null), under15, from15To24, allAges (or null),
//   partOf (ids of the territories it is part of)
MATCH (t:Territory)
WHERE NOT t:Commune
OPTIONAL MATCH (t)-[:PART_OF]->(u:Territory)
RETURN t.id AS id, t.code AS code, t.name AS name, t.level AS level, t.population AS population,
  t.crossesBorder AS crossesBorder, t.population0to14 AS under15, t.population15to24 AS from15To24,
  t.populationAllAges AS allAges, collect(u.id) AS partOf
ORDER BY id
LIMIT 100000
