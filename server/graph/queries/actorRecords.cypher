// Question: what does each actor need and offer, what is said of it in a sentence, where is its site, and from when is the latest that is stated about it?
// Params: none
// Columns: id, website, summaryFr, summaryEn (or null), needs, offers (counts), latest (ISO 8601 of reduced precision, or null when no source is dated)
MATCH (a:Actor)
OPTIONAL MATCH (a)-[:STATED_BY]->(s:Source)
WITH a, collect(DISTINCT s.date) AS own
OPTIONAL MATCH (a)-[h:HAS_COMPETENCE]->(:Competence)
WITH a, own, collect(DISTINCT h.sourceId) AS ids
OPTIONAL MATCH (t:Source) WHERE t.id IN ids
WITH a, own, collect(t.date) AS others
WITH a, own + others AS dates
UNWIND CASE WHEN size(dates) = 0 THEN [null] ELSE dates END AS date
WITH a, max(date) AS latest
RETURN a.id AS id, a.website AS website, a.summaryFr AS summaryFr, a.summaryEn AS summaryEn,
  COUNT { (a)<-[:NEEDED_BY]-(:Need) } AS needs,
  COUNT { (a)<-[:OFFERED_BY]-(:Offer) } AS offers, latest
ORDER BY id
LIMIT 1000000
