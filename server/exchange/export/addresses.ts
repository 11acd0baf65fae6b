/** Kinds of thing that have a page, and the beginning of their address. */
export const places = {
  actors: 'acteurs',
  productions: 'productions',
  competences: 'competences',
  themes: 'themes',
  sources: 'sources',
  territories: 'territoires',
} as const;

/**
 * The stable address of a thing: of its page for people, and of its description for programs.
 *
 * @param base - origin, without a final slash
 */
export function addressOf(base: string, kind: keyof typeof places, id: string): string {
  const own = kind === 'territories' ? id.replace(/^commune-/, '') : id;
  return `${base}/${places[kind]}/${encodeURIComponent(own)}`;
}
