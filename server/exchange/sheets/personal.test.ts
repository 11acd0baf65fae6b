import { isAboutPersons, looksPersonal } from './personal';

it.each([
  ['Courriel du référent', true],
  ['Tél. standard', true],
  ['E-mail', true],
  ['Prénom', true],
  ['Directrice', true],
  ['Planétarium portable', false],
  ['Téléscope', false],
  ['Surface d’exposition', false],
  ['Nom de la structure', false],
])('the header %s is about persons: %p', (header, expected) => expect(isAboutPersons(header)).toBe(expected));

it.each([
  ['accueil@exemple.example', true],
  ['Mme Imaginaire', true],
  ['01 20 30 40 50', true],
  ['+33120304050', true],
  ['450 m²', false],
  ['12345678900011', false],
])('%s names or reaches a person: %p', (text, expected) => expect(looksPersonal(text)).toBe(expected));
