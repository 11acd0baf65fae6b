import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { setConnection } from '../../graphql/connection';
import { createApolloClient } from '../../graphql/apolloClient';
import { languageChoice } from '../../i18n/language';
import { themeChoice } from '../../lib/theme';
import { findAxeViolations } from '../../tests/support/renderPage';
import { Frame } from './Frame';
import { Page } from './Page';

function renderFrame() {
  const element = <Page title="Une question ?">contenu</Page>;
  const router = createMemoryRouter([{ element: <Frame />, children: [{ path: '*', element }] }], {
    initialEntries: ['/synergies'],
  });
  return render(
    <ApolloProvider client={createApolloClient()}>
      <RouterProvider router={router} />
    </ApolloProvider>,
  );
}

afterEach(async () => {
  await act(async () => {
    setConnection('up');
    languageChoice.set('fr');
    themeChoice.set('system');
  });
});

test('six places, the one where we are marked, one title, and nothing that axe finds wrong', async () => {
  const { container } = renderFrame();
  const links = screen.getByRole('navigation').querySelectorAll('li a');
  expect([...links].map((link) => link.textContent)).toEqual([
    'Accueil',
    'Explorer',
    'Partenaires',
    'Synergies',
    'Couverture',
    'Données',
  ]);
  expect(screen.getByRole('link', { name: 'Synergies' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(document.title).toBe('Une question ? · Maillage');
  expect(await findAxeViolations(container)).toEqual([]);
});

test('the language changes at once and is kept', async () => {
  renderFrame();
  await act(async () => languageChoice.set('en'));
  expect(await screen.findByRole('link', { name: 'Coverage' })).toBeInTheDocument();
  expect(localStorage.getItem('maillage.language')).toBe('en');
});

test('going to another page brings the focus to its content', async () => {
  const user = userEvent.setup();
  renderFrame();
  await user.click(screen.getByRole('link', { name: 'Couverture' }));
  expect(screen.getByRole('main')).toHaveFocus();
});

test('while the database is away a banner says so, and what is on screen stays', async () => {
  const user = userEvent.setup();
  const fetch = jest.fn().mockResolvedValue({ ok: true });
  globalThis.fetch = fetch;
  renderFrame();
  act(() => setConnection('databaseAway'));
  expect(screen.getByText(/La base ne répond pas/)).toBeInTheDocument();
  expect(screen.getByText('contenu')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(fetch).toHaveBeenCalledWith('/readyz', expect.anything());
  expect(screen.queryByText(/La base ne répond pas/)).toBeNull();
});
