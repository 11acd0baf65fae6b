import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { TieSentence } from '../../../components/facts/TieSentence';
import { SidePanel } from '../../../components/overlays/SidePanel';
import { QueryView } from '../../../components/states/QueryView';
import { ExploreTiesDocument } from '../../../graphql/generated/graphql';
import { toTieFilter } from '../state/exploreState';
import type { Explore } from '../state/useExplore';

/** What a drawn tie is made of: each thing that proves it, in a sentence, with its source. */
export function LinkPanel({ explore, link }: { explore: Explore; link: string }) {
  const { t } = useTranslation('explore');
  const { nodes, view, actions } = explore;
  const [source = '', target = ''] = link.split('|');
  const ends = [nodes.get(source), nodes.get(target)];
  const isTie = source.startsWith('a~') && target.startsWith('a~');
  const query = useQuery(ExploreTiesDocument, {
    variables: { from: source.slice(2), to: target.slice(2), ties: toTieFilter(explore.state) },
    skip: !isTie,
  });
  const names = ends.map((node) => node?.acronym ?? node?.label ?? '');
  const edge = view?.edges.find((each) => each.source === source && each.target === target);
  return (
    <SidePanel
      title={t('between', { first: names[0], second: names[1] })}
      onClose={() => actions.choose(null)}
    >
      {isTie ? (
        <QueryView query={query} data={query.data?.tiesBetween} skeleton={{ shape: 'rows', count: 3 }}>
          {(ties) => (
            <div>
              {ties.map((tie, index) => (
                <TieSentence key={index} tie={tie} />
              ))}
            </div>
          )}
        </QueryView>
      ) : (
        <p>{edge ? t(`relation.${edge.relation}`, { first: names[0], second: names[1] }) : t('groupTie')}</p>
      )}
    </SidePanel>
  );
}
