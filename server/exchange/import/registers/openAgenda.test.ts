import { parseAgenda } from './openAgenda';

/** Invented events in the published shapes. */
const nested = {
  total: 2,
  events: [
    {
      uid: 11,
      title: { fr: 'Festival imaginaire des sciences', en: 'Imaginary festival' },
      keywords: { fr: ['science', 'eau'] },
      timings: [
        { begin: '2026-05-02T10:00:00+0200', end: '2026-05-02T12:00:00+0200' },
        { begin: '2026-05-03T10:00:00+0200', end: '2026-05-03T18:00:00+0200' },
      ],
      location: {
        name: 'Salle imaginaire',
        city: 'Valbourg',
        insee: '80001',
        postalCode: '80300',
        latitude: 49.9,
        longitude: 2.5,
      },
    },
    { uid: 12, title: null, location: {} },
  ],
};

const expected = {
  uid: '11',
  title: 'Festival imaginaire des sciences',
  kind: 'FESTIVAL',
  place: 'Salle imaginaire',
  insee: '80001',
  town: 'Valbourg',
  postalCode: '80300',
  lat: 49.9,
  lon: 2.5,
  start: '2026-05-02',
  end: '2026-05-03',
};

describe('an agenda', () => {
  it('is read from the JSON of the interface; an event without a title is left out', () => {
    expect(parseAgenda(JSON.stringify(nested))).toEqual([{ ...expected, line: 1, url: null }]);
  });

  it('is read from the flat export of a portal, in CSV with semicolons', () => {
    const text = `uid;title_fr;keywords_fr;location_name;location_insee;location_city;location_postalcode;location_coordinates;firstdate_begin;lastdate_end;canonicalurl
11;Festival imaginaire des sciences;;Salle imaginaire;80001;Valbourg;80300;49.9, 2.5;2026-05-02T10:00:00+02:00;2026-05-03T18:00:00+02:00;https://a.example/11
`;
    expect(parseAgenda(text)).toEqual([{ ...expected, line: 2, url: 'https://a.example/11' }]);
  });

  it('gives the days of mainland France, whatever the offset, and leaves out what is cancelled', () => {
    const text = `uid;title_fr;firstdate_begin;lastdate_end;status
1;Exposition imaginaire;2026-05-01T22:00:00+00:00;2026-05-31T21:59:00Z;"{""id"": 1, ""label"": {""fr"": ""Programmé""}}"
2;Veillée imaginaire;2026-05-02;2026-05-02T23:30:00;4
3;Concert annulé;2026-05-02;;"{""id"": 6, ""label"": {""fr"": ""Annulé""}}"
4;Concert annulé;2026-05-02;;6
`;
    expect(parseAgenda(text)?.map(({ uid, start, end }) => [uid, start, end])).toEqual([
      ['1', '2026-05-02', '2026-05-31'],
      ['2', '2026-05-02', '2026-05-02'],
    ]);
    const event = { ...nested.events[0], status: 6 };
    expect(parseAgenda(JSON.stringify({ events: [event, { ...event, status: { id: 1 } }] }))).toHaveLength(1);
  });

  it.each([
    ['Salon du livre scientifique', 'FAIR'],
    ['Café des sciences', 'MEETING'],
  ])('%s is a %s', (title, kind) => {
    const text = `uid;title_fr;location_name\n1;${title};x`;
    expect(parseAgenda(text)?.[0]).toMatchObject({ kind, start: null, lat: null });
  });

  it.each(['', '[]', '{"a":1}', 'id,nom\n1,a', 'uid;autre\n1;a', '[{'])('%j is none', (text) =>
    expect(parseAgenda(text)).toBeUndefined(),
  );
});
