// Question: which sources say the measured ages of communes, and the imported travel times?
// Params: none
// Columns: sourceId, sourceTitle, publisher, url, date, licence, retrieved (or null)
MATCH (s:Source)
WHERE s.id STARTS WITH 'insee-ages-communes' OR s.id = 'travel-times'
RETURN s.id AS sourceId, s.title AS sourceTitle, s.publisher AS publisher, s.url AS url, s.date AS date,
  s.licence AS licence, toString(s.retrieved) AS retrieved
ORDER BY sourceId
LIMIT 1000
