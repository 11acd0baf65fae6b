/** What one operation may ask for. */
export interface QueryLimits {
  /** Greatest cost: one a field, times the size of each page above it. */
  readonly complexity: number;
  /**
   * Greatest number of parts of the query that the database must plan: one a relationship, times the types that an
   * interface above it can be. Planning time grows faster than this number.
   */
  readonly parts: number;
  /** Greatest depth of nested fields. */
  readonly depth: number;
  /** Greatest number of aliases. */
  readonly aliases: number;
  /** Greatest number of directives. */
  readonly directives: number;
  /** Greatest number of tokens of the document. */
  readonly tokens: number;
}

/**
 * What one operation may ask for, unless the configuration says otherwise: three times the most that a page of the
 * client asks for.
 */
export const defaultQueryLimits: QueryLimits = {
  complexity: 20_000,
  parts: 150,
  depth: 14,
  aliases: 40,
  directives: 40,
  tokens: 4000,
};
