import { Parser } from 'n3';
import type { TableRow } from '../../graph/tables';
import type { SheetId } from '../sheets/sheets';
import { toCalendar } from './calendar';
import { toCsv } from './csv';
import { selectRows } from './exportTables';
import { describe as describeTriples, toJsonLdDocument, toTurtle } from './rdf';
import { toSitemap } from './sitemap';

describe('a CSV file', () => {
  it('quotes what must be, never gives a formula, keeps foreign columns', () => {
    const rows: TableRow[] = [
      { actor: 'a', theme: 'b', source: 's', '+Note': '=HYPERLINK("x")', '+Autre': 'ligne 1\nligne 2, fin ' },
      { actor: 'c', theme: 'd', source: null, '+Note': '-5' },
    ];
    const csv = toCsv('actorThemes', { rows: new Map([['actorThemes', rows]]), names: new Map() });
    expect(csv).toBe(
      'actor,theme,source,Autre,Note\r\na,b,s,"ligne 1\nligne 2, fin ","\'=HYPERLINK(""x"")"\r\nc,d,,,-5\r\n',
    );
  });
});

describe('an export of some actors', () => {
  it('has what is about them, what that refers to, and nothing else', () => {
    const rows = new Map<SheetId, TableRow[]>([
      ['sources', [{ id: 's1' }, { id: 's2' }, { id: 's3' }]],
      ['competences', [{ id: 'k' }]],
      [
        'actors',
        [
          { id: 'a', sources: ['s1'], parent: 'b' },
          { id: 'b', sources: ['s2'], parent: null },
        ],
      ],
      [
        'actorCompetences',
        [
          { actor: 'a', competence: 'k', source: 's3' },
          { actor: 'b', competence: 'k', source: 's2' },
        ],
      ],
      [
        'productions',
        [
          { id: 'p', sources: [] },
          { id: 'q', sources: [] },
        ],
      ],
      ['contributions', [{ actor: 'a', production: 'p' }]],
    ]);
    const kept = selectRows(rows, new Set(['a']));
    const ids = (id: SheetId) => kept.get(id)!.map((row) => row.id ?? row.actor);
    expect(ids('actors')).toEqual(['a']);
    expect(ids('actorCompetences')).toEqual(['a']);
    expect(ids('productions')).toEqual(['p']);
    expect(ids('sources')).toEqual(['s1', 's3']);
    expect(ids('competences')).toEqual(['k']);
  });
});

describe('statements in RDF', () => {
  const triples = describeTriples('https://x.org/a b', [
    ['skos:prefLabel', { text: 'L’« été » "\\\n', language: 'fr' }],
    ['dct:title', null],
    ['dct:source', { iri: 'https://x.org/é' }],
  ]);

  it('come back from Turtle as they were', () => {
    const read = new Parser().parse(toTurtle(triples));
    expect(read.map(({ subject, object }) => [subject.value, object.value])).toEqual([
      ['https://x.org/a%20b', 'L’« été » "\\\n'],
      ['https://x.org/a%20b', 'https://x.org/é'],
    ]);
  });

  it('are the same in JSON-LD', () => {
    expect(toJsonLdDocument(triples)['@graph']).toEqual([
      {
        '@id': 'https://x.org/a%20b',
        'skos:prefLabel': { '@value': 'L’« été » "\\\n', '@language': 'fr' },
        'dct:source': { '@id': 'https://x.org/é' },
      },
    ]);
  });
});

describe('a calendar', () => {
  it('ends the day after, escapes, folds, and says when dates are vague', () => {
    const text = toCalendar(
      'Étapes, 2025',
      [
        {
          id: 'e1',
          title: `${'é'.repeat(60)} ; fin`,
          earliest: '2025-12-30',
          latest: '2025-12-31',
          dates: '2025-12 – ?',
          place: 'Lille, Nord',
          url: 'https://x.org/p',
        },
      ],
      '2026-01-01T10:20:30.123Z',
      'x.org',
    );
    const lines = text.split('\r\n');
    expect(lines).toContain('X-WR-CALNAME:Étapes\\, 2025');
    expect(lines).toContain('DTSTAMP:20260101T102030Z');
    expect(lines).toContain('DTEND;VALUE=DATE:20260101');
    expect(lines).toContain('LOCATION:Lille\\, Nord');
    expect(lines).toContain('STATUS:TENTATIVE');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'é'.repeat(60)} \\; fin\r\n`);
  });
});

describe('a sitemap', () => {
  it('is an index of pages beyond fifty thousand addresses', () => {
    const addresses = Array.from({ length: 50_001 }, (_, index) => `https://x.org/${index}?a&b`);
    expect(toSitemap(addresses, 'https://x.org/s.xml').match(/<sitemap>/g)).toHaveLength(2);
    expect(toSitemap(addresses, 'https://x.org/s.xml', 2).match(/<url>/g)).toHaveLength(1);
    expect(toSitemap(addresses.slice(0, 1), 'https://x.org/s.xml')).toContain('https://x.org/0?a&amp;b');
  });
});
