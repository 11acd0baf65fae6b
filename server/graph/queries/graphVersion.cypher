// Question: up to which transaction is the database committed, where this is answered?
// Params: name (string): name of the database
// Columns: version (integer or null): identifier of the last committed transaction; null where the server does not tell
// Runs on: system
SHOW DATABASES YIELD name, lastCommittedTxn
WHERE name = $name
RETURN max(lastCommittedTxn) AS version
ORDER BY version
LIMIT 1
