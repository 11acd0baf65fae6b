import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../tests/support/renderPage';
import { choiceParam, numberParam } from './urlCodecs';
import { useUrlState } from './useUrlState';

const codecs = { km: numberParam(50, { min: 5, max: 200 }), view: choiceParam(['table', 'map'], 'table') };

function Probe() {
  const [state, set] = useUrlState(codecs);
  return (
    <>
      <output>{`${state.km} ${state.view}`}</output>
      <button onClick={() => set({ view: 'map' })}>carte</button>
      <button onClick={() => set({ km: state.km + 10 }, { replace: true })}>plus loin</button>
      <button
        onClick={() => {
          set({ km: 20 });
          set({ view: 'map' });
        }}
      >
        les deux
      </button>
    </>
  );
}

test('a choice is in the address, Back undoes it, what is continuous leaves no trace', async () => {
  const user = userEvent.setup();
  const { router } = renderPage(<Probe />, { at: '/?km=30&ailleurs=1' });
  expect(screen.getByRole('status')).toHaveTextContent('30 table');
  await user.click(screen.getByText('carte'));
  await user.click(screen.getByText('plus loin'));
  expect(router.state.location.search).toBe('?km=40&ailleurs=1&view=map');
  await act(() => router.navigate(-1));
  expect(screen.getByRole('status')).toHaveTextContent('30 table');
});

test('two changes in the same event add up', async () => {
  const user = userEvent.setup();
  const { router } = renderPage(<Probe />);
  await user.click(screen.getByText('les deux'));
  expect(router.state.location.search).toBe('?km=20&view=map');
});
