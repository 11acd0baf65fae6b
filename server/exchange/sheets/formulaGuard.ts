const DANGEROUS = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/**
 * A text that a spreadsheet will not take for a formula: an apostrophe goes before what begins with `=`, `+`, `-`, `@`, a
 * tabulation or a return. Plain numbers are left alone.
 */
export function guard(text: string): string {
  return DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that {@link guard} was given. */
export function unguard(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text) && !NUMBER.test(text.slice(1)) ? text.slice(1) : text;
}
