import { readAges } from './readAges';
import { MeasuredFormatError } from './readDelimited';
import { readTravelTable } from './readTravelTable';

/** A file that comes in small pieces, as over a network. */
async function* pieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  const header = text.indexOf('\n') + 1 || bytes.length;
  yield bytes.subarray(0, header);
  for (let at = header; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const all = () => true;

test('the census by single year of age: both sexes are added, 14 and 15, 24 and 25 fall on their sides', async () => {
  const lines = ['14', '15', '24', '25'].flatMap((age, k) =>
    ['1', '2'].map((sex) => `2001;"L'Abbaye; haute";${sex};0${age};${10 * (k + 1)},5`),
  );
  const { communes, format, unreadable } = await readAges(
    pieces(`CODGEO;LIBGEO;SEXE;AGED100;NB\n${lines.join('\n')}\n02002;Autre;1;100;x\n`),
    all,
  );
  expect(format).toBe('TD_POP1B');
  expect(unreadable).toBe(1);
  expect([...communes]).toEqual([['02001', { under15: 21, from15To24: 41 + 61, total: 21 + 41 + 61 + 81 }]]);
});

test('its successor: communes only, both sexes, the latest year; a commune that lacks an age is left out', async () => {
  const header = '"GEO";"GEO_OBJECT";"SEX";"AGE";"RP_MEASURE";"TIME_PERIOD";"OBS_VALUE"';
  const line = (geo: string, level: string, sex: string, age: string, year: number, value: number) =>
    `"${geo}";"${level}";"${sex}";"${age}";"POP";"${year}";"${value}"`;
  const text = [
    header,
    line('80021', 'COM', '_T', 'Y_LT15', 2016, 1),
    line('80021', 'COM', '_T', 'Y_LT15', 2022, 20),
    line('80021', 'COM', '_T', 'Y15T24', 2022, 30),
    line('80021', 'COM', '_T', '_T', 2022, 130),
    line('80021', 'COM', 'F', '_T', 2022, 70),
    line('80', 'DEP', '_T', '_T', 2022, 999),
    line('80001', 'COM', '_T', 'Y_LT15', 2022, 5),
  ].join('\n');
  const { communes, year, incomplete } = await readAges(pieces(text), all);
  expect(year).toBe(2022);
  expect([...communes]).toEqual([['80021', { under15: 20, from15To24: 30, total: 130 }]]);
  expect(incomplete).toBe(1);
});

test('a plain table; communes that nobody wants are not kept', async () => {
  const { communes } = await readAges(
    pieces('insee,pop_0_14,pop_15_24,pop_total\n02001,1,2,10\n75056,1,2,10\n'),
    (insee) => insee === '02001',
  );
  expect([...communes.keys()]).toEqual(['02001']);
});

test.each([
  ['15 to 29 years only', 'CODGEO;P21_POP;P21_POP0014;P21_POP1529\n02001;10;2;3\n'],
  ['nothing', ''],
  ['no table', '{ "a": "b"c }\n"x'],
])('a file that cannot tell ages is refused: %s', async (_, text) => {
  await expect(readAges(pieces(text), all)).rejects.toThrow(MeasuredFormatError);
});

test('travel times keep the shorter of two, and say what they leave out', async () => {
  const reading = await readTravelTable(
    pieces(
      'origine;destination;minutes\n1001;80021;12,5\n01001;80021;10\n80021;01001;11\n99999;80021;3\n80021;80021;500\n80021;80021;?\n',
    ),
    (insee) => insee !== '99999',
  );
  expect(reading.byDestination.get('80021')).toEqual(new Map([['01001', 10]]));
  expect(reading).toMatchObject({ lines: 6, pairs: 2, elsewhere: 1, tooLong: 1, unreadable: 1 });
  await expect(readTravelTable(pieces('a;b\n1;2\n'), all)).rejects.toThrow(/origin \+ destination/);
});
