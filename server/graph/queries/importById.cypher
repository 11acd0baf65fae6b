// Question: was this seed or file already imported, and with which content?
// Params: id (string): identifier of the import
// Columns: checksum (string): SHA-256 of what was imported
MATCH (i:Import {id: $id})
RETURN i.checksum AS checksum
ORDER BY checksum
LIMIT 1
