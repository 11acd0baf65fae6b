import { readParams } from '../../lib/urlCodecs';
import { communityLink, measureLink } from './canvasLinks';
import { synergiesCodecs } from './synergiesState';

const state = (query: string) => readParams(synergiesCodecs, new URLSearchParams(query));
const read = (link: string) => Object.fromEntries(new URL(link, 'http://x').searchParams);

test('with every tie the community is opened in its place', () => {
  expect(read(communityLink(state(''), 3, ['x']))).toEqual({
    par: 'communautes',
    ouvertes: 'g~3',
    couleur: 'community',
  });
});

test('with some ties only, at a date, the canvas starts from the members and keeps the same ties', () => {
  expect(read(communityLink(state('liens=HOSTING&date=2020'), 3, ['x', 'y']))).toEqual({
    depart: 'a~x,a~y',
    liens: 'HOSTING',
    depuis: '2020',
    jusque: '2020',
    couleur: 'community',
  });
});

test('a measure gives colour, and size where it is an amount', () => {
  expect(read(measureLink(state(''), 'betweenness', true))).toEqual({
    par: 'acteurs',
    couleur: 'betweenness',
    taille: 'betweenness',
  });
  expect(read(measureLink(state('liens=HOSTING'), 'cohesion', false))).toEqual({
    par: 'acteurs',
    couleur: 'cohesion',
    liens: 'HOSTING',
  });
});
