import { firstSentence } from './firstSentence';

test.each([
  ['Un musée à Lens. Il reçoit des classes.', 'Un musée à Lens.'],
  ['Fondé par M. Hess en 1990.', 'Fondé par M. Hess en 1990.'],
  ['Une seule phrase sans point', 'Une seule phrase sans point'],
  ['Que fait-il ? Des ateliers.', 'Que fait-il ?'],
  ['  ', ''],
])('%s', (text, expected) => expect(firstSentence(text)).toBe(expected));
