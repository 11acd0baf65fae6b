import { tieKinds, toTies, type SynergiesState } from './synergiesState';

/** Most actors that the canvas starts from at once. */
const mostStarts = 500;

/** The canvas on the ties that count here, at the date that counts here. */
function tieParams(state: SynergiesState): [string, string][] {
  const { kinds, date } = toTies(state);
  return [
    ...(kinds && kinds.length < tieKinds.length ? [['liens', kinds.join(',')] as [string, string]] : []),
    ...(date
      ? ([
          ['depuis', date],
          ['jusque', date],
        ] as [string, string][])
      : []),
  ];
}

/**
 * The canvas on a community. With every tie it is opened in its place among the others, which are those of the canvas; with
 * some of them only the canvas has other communities, and starts from the members.
 *
 * @param community - its number in the answer
 * @param memberIds - of its actors
 */
export function communityLink(
  state: SynergiesState,
  community: number,
  memberIds: readonly string[],
): string {
  const ties = tieParams(state);
  const where: [string, string][] =
    ties.length === 0
      ? [
          ['par', 'communautes'],
          ['ouvertes', `g~${community}`],
        ]
      : [
          [
            'depart',
            memberIds
              .slice(0, mostStarts)
              .map((id) => `a~${id}`)
              .join(','),
          ],
        ];
  return `/explorer?${new URLSearchParams([...where, ...ties, ['couleur', 'community']])}`;
}

/** The whole network with the size and the colour of actors following a measure. */
export function measureLink(state: SynergiesState, measure: string, isAmount: boolean): string {
  const params: [string, string][] = [
    ['par', 'acteurs'],
    ['couleur', measure],
    ...(isAmount ? [['taille', measure] as [string, string]] : []),
  ];
  return `/explorer?${new URLSearchParams([...params, ...tieParams(state)])}`;
}
