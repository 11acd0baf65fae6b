const MARKS = /[\u0300-\u036f]/g;

/** A text as it is compared: without accents, case, punctuation or doubled spaces. Empty when there is nothing else. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A header as it is compared: `label_fr`, `labelFr` and `Label FR` are the same. */
export function normaliseHeader(text: string): string {
  return normalise(text.replace(/([a-z])([A-Z])/g, '$1 $2')).replace(/ /g, '');
}

/** An identifier made from a name: small letters, digits and hyphens, at most 60 characters; empty when nothing is left. */
export function slug(text: string): string {
  return normalise(text).replace(/ /g, '-').slice(0, 60).replace(/-$/, '');
}
