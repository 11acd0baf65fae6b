import neo4j from 'neo4j-driver';

/** A point of the database: degrees when it is geographic (WGS 84), plain coordinates otherwise. */
export type NativePoint = { longitude: number; latitude: number } | { x: number; y: number; z?: number };

const WGS84 = 4326;

/**
 * A value of the Neo4j driver as plain JavaScript, recursively:
 * integers become numbers; dates and times ISO 8601 strings; geographic points `{ longitude, latitude }`;
 * nodes `{ labels, properties }`; relationships `{ type, properties }`; maps and lists keep their shape; null stays null.
 * @throws RangeError when an integer is too large for a JavaScript number to hold exactly.
 */
export function toNative(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? toNumber(value) : value;
  if (neo4j.isInt(value)) return toNumber(value.toBigInt());
  if (Array.isArray(value)) return value.map(toNative);
  if (neo4j.isPoint(value)) return toPoint(value);
  if (isTemporal(value)) return value.toString();
  if (neo4j.isNode(value)) return { labels: value.labels, properties: toNativeMap(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: toNativeMap(value.properties) };
  if (value instanceof Int8Array || value instanceof Uint8Array) return value;
  return toNativeMap(value);
}

function toNativeMap(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, entry]) => [key, toNative(entry)]));
}

function toNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`Integer too large: ${value}`);
  return number;
}

function toPoint(point: { srid: unknown; x: number; y: number; z?: number }): NativePoint {
  if (Number(point.srid) === WGS84) return { longitude: point.x, latitude: point.y };
  return point.z === undefined ? { x: point.x, y: point.y } : { x: point.x, y: point.y, z: point.z };
}

function isTemporal(value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}
