import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { findAxeViolations } from '../../tests/support/renderPage';
import { Combobox } from './Combobox';
import { MultiCombobox } from './MultiCombobox';

const options = [
  { value: 'val-physics', label: 'Physique', group: 'Valider' },
  { value: 'fab-graphics', label: 'Conception graphique', group: 'Fabriquer' },
  { value: 'dif-host', label: 'Accueil d’exposition', group: 'Diffuser' },
  { value: 'dif-tour', label: 'Itinérance', group: 'Diffuser' },
];

function Single({ onChange }: { onChange: (value: string | null) => void }) {
  const [value, setValue] = useState<string | null>(null);
  const change = (next: string | null) => {
    setValue(next);
    onChange(next);
  };
  return <Combobox label="Compétence" options={options} value={value} onChange={change} />;
}

function Multiple() {
  const [values, setValues] = useState<string[]>([]);
  return <MultiCombobox label="Ce qui manque" options={options} values={values} onChange={setValues} />;
}

test('typing without accents finds, arrows and Enter choose, the cross gives nothing back', async () => {
  const user = userEvent.setup();
  const onChange = jest.fn();
  render(<Single onChange={onChange} />);
  const input = screen.getByRole('combobox', { name: 'Compétence' });
  await user.type(input, 'itiner');
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await user.keyboard('{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('dif-tour');
  expect(input).toHaveValue('Itinérance');
  expect(input).toHaveAttribute('aria-expanded', 'false');
  await user.click(screen.getByRole('button', { name: 'Effacer le choix' }));
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test('the active option is told to screen readers, and Escape closes without choosing', async () => {
  const user = userEvent.setup();
  const onChange = jest.fn();
  render(<Single onChange={onChange} />);
  const input = screen.getByRole('combobox');
  await user.click(input);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const active = screen.getByRole('option', { name: 'Conception graphique' });
  expect(input).toHaveAttribute('aria-activedescendant', active.id);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(onChange).not.toHaveBeenCalled();
});

test('what matches nothing is said, not shown as an empty list', async () => {
  const user = userEvent.setup();
  render(<Single onChange={() => undefined} />);
  await user.type(screen.getByRole('combobox'), 'astrologie');
  expect(screen.getByRole('status')).toHaveTextContent('Aucun choix ne correspond');
});

test('several are chosen as chips; choosing again, the cross and Backspace take away', async () => {
  const user = userEvent.setup();
  const { container } = render(<Multiple />);
  const input = screen.getByRole('combobox', { name: 'Ce qui manque' });
  await user.click(input);
  await user.click(screen.getByRole('option', { name: 'Physique' }));
  await user.click(screen.getByRole('option', { name: 'Itinérance' }));
  expect(screen.getByRole('option', { name: 'Physique' })).toHaveAttribute('aria-selected', 'true');
  expect(await findAxeViolations(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Retirer Physique' }));
  expect(screen.queryByRole('button', { name: 'Retirer Physique' })).toBeNull();
  await user.type(input, '{Backspace}');
  expect(screen.queryByRole('button', { name: 'Retirer Itinérance' })).toBeNull();
});
