// Question: which communes are there, with how many people, where, part of what?
// Params: none
// Columns: id, insee, name, population (or null when unknown), latitude, longitude (or null), inRegion,
//   epci, department (territory ids, or null), under15, from15To24, allAges, agesYear
//   (where ages of the commune were imported, or null)
MATCH (c:Commune)
OPTIONAL MATCH (c)-[:PART_OF]->(e:Epci)
OPTIONAL MATCH (c)-[:PART_OF]->(d:Department)
RETURN c.id AS id, c.code AS insee, c.name AS name, c.population AS population,
  c.location.latitude AS latitude, c.location.longitude AS longitude, c.inRegion AS inRegion,
  head(collect(DISTINCT e.id)) AS epci, head(collect(DISTINCT d.id)) AS department,
  c.population0to14 AS under15, c.population15to24 AS from15To24, c.populationAllAges AS allAges,
  c.populationYear AS agesYear
ORDER BY id
LIMIT 100000
