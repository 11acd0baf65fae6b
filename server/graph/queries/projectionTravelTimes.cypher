// Question: which travel times between communes were imported?
// Params: none
// Columns: destination (INSEE code), times ("origin:minutes" parted by spaces)
MATCH (t:TravelTimes)
WITH t, properties(t) AS kept
WHERE kept.times <> ''
RETURN kept.destination AS destination, kept.times AS times
ORDER BY destination
LIMIT 100000
