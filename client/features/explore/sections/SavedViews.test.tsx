import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Toasts } from '../../../components/overlays/Toasts';
import { findAxeViolations, renderPage } from '../../../tests/support/renderPage';
import { forgetView, keepView } from '../state/savedViews';
import { SavedViews } from './SavedViews';

const kept = () => JSON.parse(localStorage.getItem('maillage.views') ?? '[]') as unknown;

async function open() {
  const user = userEvent.setup();
  const page = renderPage(
    <>
      <SavedViews />
      <Toasts />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Vues gardées' }));
  return { user, ...page, menu: within(screen.getByRole('dialog', { name: 'Vues gardées' })) };
}

beforeEach(() =>
  act(() => {
    for (const name of ['Eau', 'Air', 'Mer', 'Ciel']) forgetView(name);
    keepView({ name: 'Eau', search: '?themes=water' });
    keepView({ name: 'Air', search: '?themes=air' });
  }),
);

test('a kept view is a link, is renamed where it is, and its name is not taken from another', async () => {
  const { user, menu, container } = await open();
  expect(menu.getByRole('link', { name: 'Eau' })).toHaveAttribute('href', '/explorer?themes=water');
  await user.click(menu.getByRole('button', { name: 'Renommer : Eau' }));
  const field = menu.getByRole('textbox', { name: 'Nouveau nom' });
  expect(field).toHaveFocus();
  await user.clear(field);
  await user.type(field, 'Air{Enter}');
  expect(menu.getByText('Une vue porte déjà ce nom.')).toBeInTheDocument();
  expect(await findAxeViolations(container)).toEqual([]);
  await user.clear(field);
  await user.type(field, ' Mer {Enter}');
  expect(menu.getByRole('button', { name: 'Renommer : Mer' })).toHaveFocus();
  expect(kept()).toEqual([
    { name: 'Mer', search: '?themes=water' },
    { name: 'Air', search: '?themes=air' },
  ]);
});

test('Escape leaves a name as it was, and the menu open', async () => {
  const { user, menu } = await open();
  await user.click(menu.getByRole('button', { name: 'Renommer : Eau' }));
  await user.keyboard('Ciel{Escape}');
  expect(menu.getByRole('link', { name: 'Eau' })).toBeInTheDocument();
});

test('a name that is taken is said before the view that has it is replaced', async () => {
  const { user, menu } = await open();
  const field = menu.getByRole('textbox', { name: 'Nom de la vue' });
  await user.type(field, 'Ea');
  expect(menu.getByRole('button', { name: 'Garder cette vue' })).toBeEnabled();
  await user.type(field, 'u');
  expect(menu.getByText('Une vue porte déjà ce nom.')).toBeInTheDocument();
  await user.click(menu.getByRole('button', { name: 'Remplacer la vue de ce nom' }));
  expect(kept()).toEqual([
    { name: 'Eau', search: '' },
    { name: 'Air', search: '?themes=air' },
  ]);
});

test('a view that was forgotten comes back where it was', async () => {
  const { user, menu } = await open();
  await user.click(menu.getByRole('button', { name: 'Oublier : Eau' }));
  expect(kept()).toEqual([{ name: 'Air', search: '?themes=air' }]);
  await user.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(kept()).toEqual([
    { name: 'Eau', search: '?themes=water' },
    { name: 'Air', search: '?themes=air' },
  ]);
});

test('what another tab keeps shows here, and what it wrote badly does not', async () => {
  const { menu } = await open();
  localStorage.setItem(
    'maillage.views',
    '[{"name":"Mer","search":"?q=mer"},{"name":1},{"name":"x","search":"javascript:"}]',
  );
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'maillage.views' })));
  expect(menu.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Mer']);
});
