/** The outline that says what world a family belongs to, before any colour. Names are those the canvas knows. */
export type FamilyShape =
  'hexagon' | 'rectangle' | 'ellipse' | 'pentagon' | 'octagon' | 'diamond' | 'round-rectangle';

/** The worlds of scientific culture, each with its outline. */
export type FamilyWorld = 'research' | 'heritage' | 'nature' | 'education' | 'making' | 'public' | 'culture';

/** The outline of each world. */
export const worldShapes: Record<FamilyWorld, FamilyShape> = {
  research: 'hexagon',
  heritage: 'rectangle',
  nature: 'ellipse',
  education: 'pentagon',
  making: 'octagon',
  public: 'diamond',
  culture: 'round-rectangle',
};

/** The world of each of the 27 families of `schema/vocabulary/actorFamily.json`. */
export const familyWorlds: Record<string, FamilyWorld> = {
  SCIENCE_CENTRE: 'heritage',
  PLANETARIUM: 'heritage',
  MUSEUM: 'heritage',
  HERITAGE_SITE: 'heritage',
  ARCHIVES: 'heritage',
  ZOO_AQUARIUM: 'nature',
  BOTANICAL_GARDEN: 'nature',
  UNIVERSITY: 'research',
  HIGHER_ED_SCHOOL: 'research',
  RESEARCH_ORGANISATION: 'research',
  LAB: 'research',
  LIBRARY: 'culture',
  ENVIRONMENT_EDUCATION: 'nature',
  POPULAR_EDUCATION: 'education',
  SOCIAL_CENTRE: 'education',
  ASTRONOMY_CLUB: 'education',
  LEARNED_SOCIETY: 'education',
  FABLAB: 'making',
  LOCAL_AUTHORITY: 'public',
  STATE_SERVICE: 'public',
  NETWORK: 'public',
  HEALTH: 'public',
  CULTURAL_VENUE: 'culture',
  ARTS: 'culture',
  MEDIA: 'culture',
  COMPANY_FOUNDATION: 'making',
  TOURISM: 'culture',
};

/** The outline of a family; a family not in the list takes the plain ellipse. */
export function familyShape(family: string): FamilyShape {
  const world = familyWorlds[family];
  return world ? worldShapes[world] : 'ellipse';
}
