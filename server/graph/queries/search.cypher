// Question: what does this text name? Two indexes: words of the French language, and beginnings or near spellings.
//   What has every word of the text comes before what has some.
// Params: words (string): Lucene query for the French analyser; all, some (strings): Lucene queries with prefixes and near
//   spellings, of things that have every word, or one; folded (list of strings): the text in small letters, as
//   typed and without accents; kinds (list of labels, or null for all);
//   limit (integer)
// Columns: kind (label), id, labelFr, labelEn, acronym, detail (or null), family (or null), score (higher is better),
//   whole (1 where it has every word, 0 where it has some)
CALL {
  CALL db.index.fulltext.queryNodes('search_french', $words, {limit: 100}) YIELD node, score
  RETURN node, score, 1 AS whole
  UNION ALL
  CALL db.index.fulltext.queryNodes('search_prefix', $all, {limit: 100}) YIELD node, score
  RETURN node, score * 1.5 AS score, 1 AS whole
  UNION ALL
  CALL db.index.fulltext.queryNodes('search_prefix', $some, {limit: 100}) YIELD node, score
  RETURN node, score * 1.5 AS score, 0 AS whole
}
WITH node, max(score) AS score, max(whole) AS whole,
  head([l IN ['Actor', 'Competence', 'Theme', 'Production', 'Territory', 'Source'] WHERE l IN labels(node)]) AS kind
WHERE $kinds IS NULL OR kind IN $kinds
OPTIONAL MATCH (node)-[:LOCATED_IN]->(c:Commune)
OPTIONAL MATCH (node)-[:PART_OF]->(d:Department)
WITH node, kind, whole, head(collect(c.name)) AS place, head(collect(d.name)) AS department,
  score * CASE kind WHEN 'Actor' THEN 1.4 WHEN 'Theme' THEN 1.3 WHEN 'Competence' THEN 1.2
    WHEN 'Territory' THEN CASE WHEN node:Commune THEN 0.9 ELSE 1.0 END WHEN 'Source' THEN 0.6 ELSE 1.0 END
  + CASE WHEN toLower(coalesce(node.acronym, '')) IN $folded OR toLower(coalesce(node.name, node.labelFr, node.title, '')) IN $folded
    THEN 20 ELSE 0 END AS score
RETURN kind, node.id AS id, coalesce(node.labelFr, node.name, node.title) AS labelFr,
  coalesce(node.labelEn, node.name, node.title) AS labelEn, node.acronym AS acronym,
  coalesce(place, department, node.publisher) AS detail, node.family AS family, score, whole
ORDER BY whole DESC, score DESC, id
LIMIT toInteger($limit)
