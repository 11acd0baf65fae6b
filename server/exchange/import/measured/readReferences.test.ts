import { MeasuredFormatError } from './readDelimited';
import { readReferences } from './readReferences';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const told = ({ problems }: ReturnType<typeof readReferences>) =>
  problems.map(({ line, column, value }) => [line, column, value]);

/** Two territories that exist nowhere. */
const header = 'code;nom;niveau;population;pop_0_14;pop_15_24;acteurs;acteurs Musée;acteurs MUSEUM DIFFUSION;acteurs Diffuser;source;date;licence'; // prettier-ignore
const island = 'ILE;Île-Imaginaire;région;1 234 567;200000;150000;340;42;40;120;Annuaire imaginaire;2024;CC0';

test('a row a territory, columns by their names in French or English, unknown where a cell is empty', () => {
  const { rows, problems } = readReferences(bytes(`${header}\n${island}\nPAY;Pays-de-Nulle-Part;pays;;;;;9;;;Recueil;03/04/2025;\n`)); // prettier-ignore
  expect(problems).toEqual([]);
  expect(rows[0]).toMatchObject({
    code: 'ILE',
    level: 'REGION',
    population: 1_234_567,
    actors: 340,
    source: { title: 'Annuaire imaginaire', date: '2024', licence: 'CC0', publisher: null },
  });
  expect([...rows[0]!.counts]).toEqual([
    ['MUSEUM', 42],
    ['MUSEUM:DIFFUSION', 40],
    ['*:DIFFUSION', 120],
  ]);
  expect(rows[1]).toMatchObject({
    level: 'COUNTRY',
    population: null,
    actors: null,
    source: { date: '2025-04-03' },
  });
  expect([...rows[1]!.counts]).toEqual([['MUSEUM', 9]]);
});

test.each([',', '|', '\t'])('cells may be parted by %j, and the text be Windows-1252', (mark) => {
  const text = `${header}\n${island}\n`.replaceAll(';', mark);
  const { rows, encoding } = readReferences(Buffer.from(text, 'latin1'));
  expect(encoding).toBe('Windows-1252');
  expect(rows[0]).toMatchObject({ name: 'Île-Imaginaire' });
  expect(rows[0]!.counts.get('MUSEUM')).toBe(42);
});

test('what is wrong is said by line and column, and its row is not kept', () => {
  const text = [
    'code,name,actors,actors Museum,actors Licorne,source,date,url',
    'A 1,Un,10,2,,S,2024,',
    'B2,,10,deux,,S,31/02/2024,ftp',
    'C3,Trois,10,11,,S,2024,https://exemple.invalid',
    'D4,Quatre,10,1,,S,2024,',
    'D4,Encore,10,1,,S,2024,',
  ].join('\n');
  const reading = readReferences(bytes(text));
  expect(told(reading)).toEqual([
    [1, 'actors Licorne', 'actors Licorne'],
    [2, 'code', 'A 1'],
    [3, 'name', ''],
    [3, 'date', '31/02/2024'],
    [3, 'url', 'ftp'],
    [3, 'actors Museum', 'deux'],
    [4, 'actors Museum', '11'],
    [4, 'actors', '10'],
    [6, 'code', 'D4'],
  ]);
  expect(reading.rows.map(({ code }) => code)).toEqual(['D4']);
});

test.each(['code;nom;acteurs\nA;B;1\n', 'nothing\n', ''])('%j is no file of references', (text) => {
  expect(() => readReferences(bytes(text))).toThrow(MeasuredFormatError);
});
