/** A record of ROR, as far as it is read. */
interface RorRecord {
  id: string;
  names: { value?: unknown; types?: unknown }[];
  links?: unknown;
  locations?: unknown;
  types?: unknown;
  status?: unknown;
}

const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));

/** Whether an item of a JSON is a record of ROR, schema 2. */
export function isRorRecord(item: Record<string, unknown>): boolean {
  return /^https:\/\/ror\.org\//.test(text(item['id'])) && Array.isArray(item['names']);
}

/** A record of ROR under the columns of its CSV dump. */
export function toRorCells(item: Record<string, unknown>): Record<string, string> {
  const record = item as unknown as RorRecord;
  const name = (type: string) => {
    const found = record.names.find(({ types }) => Array.isArray(types) && types.includes(type));
    return text(found?.value).trim();
  };
  const details = (list(record.locations)[0]?.['geonames_details'] ?? {}) as Record<string, unknown>;
  const site = list(record.links).find(({ type }) => type === 'website');
  return {
    id: text(record.id),
    'names.types.ror_display': name('ror_display'),
    'names.types.acronym': name('acronym'),
    'links.type.website': text(site?.['value']),
    'locations.geonames_details.name': text(details['name']),
    'locations.geonames_details.country_code': text(details['country_code']),
    'locations.geonames_details.lat': text(details['lat']),
    'locations.geonames_details.lng': text(details['lng']),
    types: Array.isArray(record.types) ? record.types.join('; ') : '',
    status: text(record.status),
  };
}
