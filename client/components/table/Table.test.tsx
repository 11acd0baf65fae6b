import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findAxeViolations } from '../../tests/support/renderPage';
import { Table } from './Table';
import type { TableColumn } from './tableColumn';

interface Place {
  id: string;
  name: string;
  people: number | null;
}

const columns: TableColumn<Place>[] = [
  { id: 'name', header: 'Commune', value: (row) => row.name },
  { id: 'people', header: 'Habitants', value: (row) => row.people, align: 'end' },
];
const places: Place[] = [
  { id: 'a', name: 'Étaples', people: 11000 },
  { id: 'b', name: 'Amiens', people: null },
  { id: 'c', name: 'Bohain', people: 5500 },
];
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('a head sorts, turns round, then gives the first order back; unknown values stay last', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <Table caption="Communes" columns={columns} rows={places} rowKey={(row) => row.id} />,
  );
  expect(names()).toEqual(['Étaples', 'Amiens', 'Bohain']);
  await user.click(screen.getByRole('button', { name: 'Habitants' }));
  expect(names()).toEqual(['Étaples', 'Bohain', 'Amiens']);
  expect(screen.getByRole('columnheader', { name: 'Habitants' })).toHaveAttribute('aria-sort', 'descending');
  await user.click(screen.getByRole('button', { name: 'Habitants' }));
  expect(names()).toEqual(['Bohain', 'Étaples', 'Amiens']);
  await user.click(screen.getByRole('button', { name: 'Habitants' }));
  expect(names()).toEqual(['Étaples', 'Amiens', 'Bohain']);
  await user.click(screen.getByRole('button', { name: 'Commune' }));
  expect(names()).toEqual(['Amiens', 'Bohain', 'Étaples']);
  expect(await findAxeViolations(container)).toEqual([]);
});

test('an unknown figure says so instead of zero, and figures follow the language', () => {
  render(<Table caption="Communes" columns={columns} rows={places} rowKey={(row) => row.id} />);
  const row = screen.getByRole('row', { name: /Amiens/ });
  expect(within(row).getByText('inconnu')).toBeInTheDocument();
  expect(screen.getByText(/^11.000$/)).toBeInTheDocument();
});

test('rows are chosen by keyboard: arrows move, Enter chooses', async () => {
  const user = userEvent.setup();
  const onSelect = jest.fn();
  const { container } = render(
    <Table caption="Communes" columns={columns} rows={places} rowKey={(row) => row.id} onSelect={onSelect} />,
  );
  screen.getByRole('row', { name: /Étaples/ }).focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onSelect).toHaveBeenCalledWith(places[2]);
  expect(await findAxeViolations(container)).toEqual([]);
});

test('of thousands of rows only those in view are drawn, and their count is told', () => {
  const many = Array.from({ length: 3782 }, (_, index) => ({
    id: String(index),
    name: `Commune ${index}`,
    people: index,
  }));
  render(<Table caption="Communes" columns={columns} rows={many} rowKey={(row) => row.id} />);
  expect(screen.getAllByRole('rowheader').length).toBeLessThan(120);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '3783');
  expect(screen.getByText(/3.782 lignes/)).toBeInTheDocument();
});
