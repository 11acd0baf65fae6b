import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createApolloClient } from '../../../graphql/apolloClient';
import { setWriter } from '../../../lib/writeToken';
import { MeasuredFile } from './MeasuredFile';
import type { MeasuredReport } from './measuredFiles';

const report: MeasuredReport = {
  written: false,
  lines: 2,
  communes: 3,
  told: 1,
  unreadable: 0,
  leftOut: 0,
  changes: { added: 1, changed: 0, same: 0, gone: 0 },
  unknownCodes: { count: 1, first: ['99999'] },
  year: 2022,
  problems: [],
  ignored: [],
  names: [],
};

/** Requests that were sent, and what the server answers to each in turn. */
let sent: string[] = [];
let answers: [status: number, body: unknown][] = [];

beforeEach(() => {
  sent = [];
  setWriter({ token: 'jeton', by: '' });
  globalThis.fetch = ((path: string, { method, headers }: RequestInit) => {
    sent.push([method, path, new Headers(headers).get('authorization')].join(' '));
    const [status, body] = answers.shift()!;
    return Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) });
  }) as never;
});
afterEach(() => setWriter(null));

const show = (kind: 'ages' | 'references') =>
  render(
    <ApolloProvider client={createApolloClient()}>
      <MeasuredFile kind={kind}>{(forget) => <p>{forget ? 'may' : 'may not'}</p>}</MeasuredFile>
    </ApolloProvider>,
  );
const give = (label: RegExp) => userEvent.upload(screen.getByLabelText(label), new File(['x'], 'a.csv'));

test('a file is tried first, says what it would change, then is written when asked', async () => {
  answers = [
    [200, report],
    [200, { ...report, written: true }],
  ];
  show('ages');
  await give(/fichier des âges/);
  expect(await screen.findByText(/À blanc/)).toBeTruthy();
  expect(screen.getByText(/1 code inconnu ici : 99999/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Appliquer' }));
  expect(await screen.findByText('C’est fait.')).toBeTruthy();
  expect(sent).toEqual([
    'PUT /coverage/ages?name=a.csv&trial=1 Bearer jeton',
    'PUT /coverage/ages?name=a.csv Bearer jeton',
  ]);
});

test('a cell to mend is said by line and column, and nothing can be applied before', async () => {
  const reason = { fr: 'Ce n’est pas un nombre.', en: 'No number.' };
  answers = [[200, { ...report, problems: [{ line: 2, column: 'acteurs', value: 'x', reason }] }]];
  show('references');
  await give(/fichier des références/);
  expect(await screen.findByText(/Ligne 2, colonne « acteurs », « x ».*Ce n’est pas un nombre/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Appliquer' })).toHaveProperty('disabled', true);
});

test('what a file lacks is said in the language of the page', async () => {
  const reason = { fr: 'Il faut ces colonnes : codgeo.', en: 'These columns are needed: codgeo.' };
  answers = [[400, { errors: [{ message: reason.en, extensions: { reason } }] }]];
  show('ages');
  await give(/fichier des âges/);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Rien n’a changé\.Il faut ces colonnes/);
});

test('a token that may not write is said, and without one no file is asked for', async () => {
  answers = [[403, { errors: [{ message: 'no' }] }]];
  const { unmount } = show('ages');
  await give(/fichier des âges/);
  expect((await screen.findByRole('alert')).textContent).toContain('Ce jeton ne permet pas d’écrire');
  unmount();
  setWriter(null);
  show('ages');
  expect(screen.queryByLabelText(/fichier des âges/)).toBeNull();
  expect(screen.getByText('may not')).toBeTruthy();
});
