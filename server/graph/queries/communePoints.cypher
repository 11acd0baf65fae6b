// Question: where is the town hall of each commune?
// Params: none
// Columns: id (string): identifier of the commune; latitude, longitude (float): degrees, WGS 84; communes without a point are left out
// Scans: Commune
MATCH (c:Commune)
WHERE c.location IS NOT NULL
RETURN c.id AS id, c.location.latitude AS latitude, c.location.longitude AS longitude
ORDER BY id
LIMIT 50000
