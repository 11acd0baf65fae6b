/** Addresses that one sitemap may hold. */
const MOST = 50_000;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * A sitemap (sitemaps.org 0.9); beyond 50,000 addresses, an index of pages of it.
 *
 * @param page - which page of the addresses, from 1; undefined: the whole, or the index of the pages
 * @param self - address of the sitemap, to which `?page=` is added
 */
export function toSitemap(addresses: readonly string[], self: string, page?: number): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  if (page === undefined && addresses.length > MOST) {
    const pages = Array.from({ length: Math.ceil(addresses.length / MOST) }, (_, index) => index + 1);
    const entries = pages.map(
      (number) => `<sitemap><loc>${escape(`${self}?page=${number}`)}</loc></sitemap>`,
    );
    return `${head}<sitemapindex ${schema}>\n${entries.join('\n')}\n</sitemapindex>\n`;
  }
  const start = ((page ?? 1) - 1) * MOST;
  const entries = addresses
    .slice(start, start + MOST)
    .map((address) => `<url><loc>${escape(address)}</loc></url>`);
  return `${head}<urlset ${schema}>\n${entries.join('\n')}\n</urlset>\n`;
}
