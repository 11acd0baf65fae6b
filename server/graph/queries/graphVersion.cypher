// Question: does the database answer, and up to which transaction is it committed? The answer is the bookmark of this read.
// Params: none
// Columns: alive (boolean): always true
RETURN true AS alive
ORDER BY alive
LIMIT 1
