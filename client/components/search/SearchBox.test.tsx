import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findAxeViolations, renderPage } from '../../tests/support/renderPage';
import { SearchBox } from './SearchBox';
import { SearchProvider, type SearchAnswer, type SearchHit } from './searchTypes';

const hits: SearchHit[] = [
  { kind: 'ACTOR', id: 'mhn-lille', label: 'Musée d’histoire naturelle', detail: 'Lille', family: 'MUSEUM' },
  { kind: 'TERRITORY', id: 'commune-02691', label: 'Saint-Quentin', detail: 'Aisne' },
];

function renderSearch(answer: (text: string) => SearchAnswer) {
  return renderPage(
    <SearchProvider value={answer}>
      <SearchBox />
    </SearchProvider>,
  );
}

test('Ctrl-K brings the focus, arrows and Enter open the page of an answer', async () => {
  const user = userEvent.setup();
  const { router, container } = renderSearch(() => ({ hits, loading: false }));
  await user.keyboard('{Control>}k{/Control}');
  const input = screen.getByRole('combobox', { name: 'Rechercher dans tout Maillage' });
  expect(input).toHaveFocus();
  await user.type(input, 'musee');
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  expect(screen.getByText('Musée', { selector: 'mark' })).toBeInTheDocument();
  expect(await findAxeViolations(container)).toEqual([]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(router.state.location.pathname).toBe('/acteurs/mhn-lille');
});

test('Enter alone opens all the answers in Explorer', async () => {
  const user = userEvent.setup();
  const { router } = renderSearch(() => ({ hits, loading: false }));
  await user.type(screen.getByRole('combobox'), 'eau & sel{Enter}');
  expect(router.state.location.pathname).toBe('/explorer');
  expect(new URLSearchParams(router.state.location.search).get('q')).toBe('eau & sel');
});

test('nothing found and the API away are said in words', async () => {
  const user = userEvent.setup();
  renderSearch((text) =>
    text === 'panne'
      ? { hits: [], loading: false, error: new TypeError('Failed to fetch') }
      : { hits: [], loading: false },
  );
  const input = screen.getByRole('combobox');
  await user.type(input, 'zzz');
  expect(await screen.findByText(/Rien ne répond à « zzz »/)).toBeInTheDocument();
  await user.clear(input);
  await user.type(input, 'panne');
  expect(await screen.findByText('Pas de connexion')).toBeInTheDocument();
});
