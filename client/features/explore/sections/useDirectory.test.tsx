import { ApolloLink, Observable } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createCache } from '../../../graphql/apolloClient';
import { readParams } from '../../../lib/urlCodecs';
import { exploreCodecs } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import { useDirectory, useWholeDirectory } from './useDirectory';

const explore = {
  state: readParams(exploreCodecs, new URLSearchParams()),
  view: { walkedActorIds: [] },
} as unknown as Explore;

/** A row of the directory, told by its place. */
const rowAt = (place: number) => ({
  ...{ __typename: 'DirectoryRow', actorId: `actor-${place}`, name: `Acteur ${place}`, acronym: null },
  ...{
    kind: 'STRUCTURE',
    family: 'MUSEUM',
    communeId: null,
    place: null,
    departmentName: null,
    website: null,
  },
  ...{ latitude: null, longitude: null, levels: [], competenceCounts: [], declared: false, summary: null },
  ...{
    competenceLabels: [],
    themeLabels: [],
    partners: 0,
    productions: 0,
    needs: 0,
    offers: 0,
    latest: null,
  },
});

/** An API whose directory has so many actors, told a thousand at a time; from `broken` on it fails. */
function serve(total: number, broken = Infinity) {
  const asked: number[] = [];
  const link = new ApolloLink(({ variables }) => {
    const after = variables['after'] as number;
    asked.push(after);
    const length = Math.max(0, Math.min(1000, total - after));
    const rows = Array.from({ length }, (_, index) => rowAt(after + index));
    const directory = { __typename: 'Directory', total, among: total, rows };
    return new Observable((observer) => {
      if (after >= broken) observer.error(new Error('gone'));
      else observer.next({ data: { directory } });
      observer.complete();
    });
  });
  const cache = createCache();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MockedProvider link={link} cache={cache}>
      {children}
    </MockedProvider>
  );
  return { wrapper, asked };
}

const whole = Array.from({ length: 2300 }, (_, place) => `actor-${place}`);

test('a directory longer than a page comes whole, page after page', async () => {
  const { wrapper, asked } = serve(2300);
  const { result } = renderHook(() => useDirectory(explore), { wrapper });
  await waitFor(() => expect(result.current.directory?.rows).toHaveLength(2300));
  expect(result.current.directory!.rows.map(({ actorId }) => actorId)).toEqual(whole);
  expect(asked).toEqual([0, 1000, 2000]);
});

test('a file is made of every row, or of none', async () => {
  const { result } = renderHook(() => useWholeDirectory(explore), { wrapper: serve(2300).wrapper });
  expect((await result.current()).map(({ actorId }) => actorId)).toEqual(whole);
  const failing = renderHook(() => useWholeDirectory(explore), { wrapper: serve(2300, 2000).wrapper });
  await expect(failing.result.current()).rejects.toThrow();
});
