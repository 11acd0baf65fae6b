import { partnersLink } from './partnersLink';

const production = {
  id: 'p~1',
  type: 'EXHIBITION',
  audiences: ['ALL', 'LOWER_SECONDARY'],
  themes: [{ id: 'water' }],
  requires: [
    { id: 'fab-graphics', phase: 'FABRICATION' },
    { id: 'dif-host', phase: 'DIFFUSION' },
  ],
  contributorsConnection: { edges: [{ node: { id: 'x' } }, { node: { id: 'x' } }, { node: { id: 'y' } }] },
};
const broadest = [
  { id: 'val-content', phase: 'VALIDATION' },
  { id: 'val-link', phase: 'VALIDATION' },
  { id: 'fab-design', phase: 'FABRICATION' },
];
const read = (link: string) => Object.fromEntries(new URL(link, 'http://x').searchParams);

test('the whole brief is passed, with the competences that the phase requires', () => {
  expect(read(partnersLink(production, 'FABRICATION', broadest))).toEqual({
    production: 'p~1',
    type: 'EXHIBITION',
    publics: 'ALL,LOWER_SECONDARY',
    themes: 'water',
    competences: 'fab-graphics',
    avec: 'x,y',
  });
});

test('where nothing is required of the phase, its broadest competences are looked for', () => {
  expect(read(partnersLink(production, 'VALIDATION', broadest)).competences).toBe('val-content,val-link');
});

test('what is unknown is left out of the address', () => {
  const bare = { id: 'p', themes: [], requires: [], contributorsConnection: { edges: [] } };
  expect(partnersLink(bare, 'DIFFUSION', [])).toBe('/partenaires?production=p');
});
