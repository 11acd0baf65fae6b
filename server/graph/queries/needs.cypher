// Question: what is needed, by whom, until when?
// Params: none
// Columns: id, statementFr, year (or null), publishedOn, expiresOn (ISO days, or null), group (or null), actor (id, or null);
//   competences, themes, territories (lists of ids, in order); sourceId (the first that states it, or null)
MATCH (n:Need)
RETURN n.id AS id, n.statementFr AS statementFr, n.year AS year,
  n.publishedOn AS publishedOn, n.expiresOn AS expiresOn, n.group AS group,
  head(COLLECT { MATCH (n)-[:NEEDED_BY]->(a:Actor) RETURN a.id ORDER BY a.id LIMIT 1 }) AS actor,
  COLLECT { MATCH (n)-[:SEEKS]->(c:Competence) RETURN c.id ORDER BY c.id LIMIT 100 } AS competences,
  COLLECT { MATCH (n)-[:ABOUT]->(t:Theme) RETURN t.id ORDER BY t.id LIMIT 100 } AS themes,
  COLLECT { MATCH (n)-[:FOR_TERRITORY]->(t:Territory) RETURN t.id ORDER BY t.id LIMIT 100 } AS territories,
  head(COLLECT { MATCH (n)-[:STATED_BY]->(s:Source) RETURN s.id ORDER BY s.id LIMIT 1 }) AS sourceId
ORDER BY coalesce(toString(n.publishedOn), toString(n.year), '') DESC, id
LIMIT 100000
