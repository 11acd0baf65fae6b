/** A SIRET as 14 digits, however it is spaced; null when it is none (an RNA, a SIREN). */
export function readSiret(written: string): string | null {
  const digits = written.replace(/[\s.]/g, '');
  return /^\d{14}$/.test(digits) ? digits : null;
}

/** The first identifier of the Research Organization Registry, as its address; null when there is none. */
export function readRor(written: string): string | null {
  const found = /\b0[a-hj-km-np-tv-z0-9]{6}\d{2}\b/i.exec(written);
  return found === null ? null : `https://ror.org/${found[0].toLowerCase()}`;
}
