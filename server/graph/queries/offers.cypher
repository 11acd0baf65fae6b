// Question: what is offered, by whom, until when?
// Params: none
// Columns: id, statementFr, publishedOn, expiresOn (ISO days, or null), actor (id, or null);
//   competences, themes, territories (lists of ids, in order); sourceId (the first that states it, or null)
MATCH (o:Offer)
RETURN o.id AS id, o.statementFr AS statementFr, o.publishedOn AS publishedOn, o.expiresOn AS expiresOn,
  head(COLLECT { MATCH (o)-[:OFFERED_BY]->(a:Actor) RETURN a.id ORDER BY a.id LIMIT 1 }) AS actor,
  COLLECT { MATCH (o)-[:OFFERS]->(c:Competence) RETURN c.id ORDER BY c.id LIMIT 100 } AS competences,
  COLLECT { MATCH (o)-[:ABOUT]->(t:Theme) RETURN t.id ORDER BY t.id LIMIT 100 } AS themes,
  COLLECT { MATCH (o)-[:FOR_TERRITORY]->(t:Territory) RETURN t.id ORDER BY t.id LIMIT 100 } AS territories,
  head(COLLECT { MATCH (o)-[:STATED_BY]->(s:Source) RETURN s.id ORDER BY s.id LIMIT 1 }) AS sourceId
ORDER BY coalesce(toString(o.publishedOn), '') DESC, id
LIMIT 100000
