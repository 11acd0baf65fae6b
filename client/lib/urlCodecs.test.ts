import fc from 'fast-check';
import {
  choiceParam,
  flagParam,
  idParam,
  listParam,
  numberParam,
  readParams,
  textParam,
  writeParams,
} from './urlCodecs';

const codecs = {
  q: textParam(),
  km: numberParam(50, { min: 5, max: 200 }),
  known: flagParam(true),
  view: choiceParam(['graph', 'table', 'map'], 'table'),
  phases: listParam(['VALIDATION', 'FABRICATION', 'DIFFUSION']),
  chosen: idParam(),
};
const read = (query: string) => readParams(codecs, new URLSearchParams(query));
const write = (query: string, change: Parameters<typeof writeParams<typeof codecs>>[2]) =>
  writeParams(codecs, new URLSearchParams(query), change).toString();

test('an empty address is the fallbacks', () => {
  expect(read('')).toEqual({ q: '', km: 50, known: true, view: 'table', phases: [], chosen: null });
});

test('a list that says the same is the same list', () => {
  const first = read('phases=VALIDATION&km=20').phases;
  expect(read('phases=VALIDATION&km=30').phases).toBe(first);
  expect(read('phases=FABRICATION').phases).not.toBe(first);
  expect(read('').phases).toBe(read('km=20').phases);
});

test.each([
  ['km=20', { km: 20 }],
  ['km=9999', { km: 200 }],
  ['km=loin', { km: 50 }],
  ['km=', { km: 50 }],
  ['known=0', { known: false }],
  ['known=peut-être', { known: true }],
  ['view=map', { view: 'map' }],
  ['view=poster', { view: 'table' }],
  ['phases=DIFFUSION,NOPE,DIFFUSION', { phases: ['DIFFUSION'] }],
  ['chosen=ineris', { chosen: 'ineris' }],
])('%s is read as %o', (query, expected) => {
  expect(read(query)).toMatchObject(expected);
});

test('what equals its fallback leaves the address, and parameters of others stay', () => {
  expect(write('other=1&km=20', { km: 50, view: 'map' })).toBe('other=1&view=map');
  expect(write('chosen=ineris', { chosen: null })).toBe('');
});

test('what is written is read back the same', () => {
  const values = fc.record({
    q: fc.string(),
    km: fc.integer({ min: 5, max: 200 }),
    known: fc.boolean(),
    view: fc.constantFrom('graph' as const, 'table' as const, 'map' as const),
    phases: fc.uniqueArray(
      fc.constantFrom('VALIDATION' as const, 'FABRICATION' as const, 'DIFFUSION' as const),
    ),
    chosen: fc.option(fc.string({ minLength: 1 })),
  });
  fc.assert(fc.property(values, (value) => expect(read(write('', value))).toEqual(value)));
});
