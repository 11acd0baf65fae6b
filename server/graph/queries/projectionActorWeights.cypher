// Question: how much can each actor receive, how long is it open, how many come?
// Params: none
// Columns: actor (id), capacity (people at once over its venues, or null), figures (list of {name, period, value}: its indicators
//   of visitors, opening hours and capacity); actors of which none is known are left out
MATCH (a:Actor)
OPTIONAL MATCH (v:Venue)-[:VENUE_OF]->(a)
WHERE v.capacity > 0
WITH a, sum(v.capacity) AS seats
OPTIONAL MATCH (i:Indicator)-[:MEASURES]->(a)
WHERE i.name IN ['visitors', 'visitors_total', 'visitors_per_year', 'opening_hours_week', 'capacity']
WITH a, seats, collect({name: i.name, period: i.period, value: i.value}) AS found
WITH a, seats, [figure IN found WHERE figure.name IS NOT NULL] AS figures
WHERE seats > 0 OR size(figures) > 0
RETURN a.id AS actor, CASE WHEN seats > 0 THEN seats END AS capacity, figures
ORDER BY actor
LIMIT 1000000
