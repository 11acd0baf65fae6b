import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/controls/Button';
import { Figure, Figures } from '../../../components/display/Figure';
import { Unknown } from '../../../components/display/Unknown';
import { Section } from '../../../components/frame/Page';
import { QueryView } from '../../../components/states/QueryView';
import {
  TerritoryCoverageDocument,
  type CoverageLevel,
  type TerritoryCoverageQuery,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { neighbourRank } from '../neighbourRank';
import type { Profile } from '../Page';

const levels: readonly CoverageLevel[] = ['COMMUNE', 'EPCI', 'DEPARTMENT'];

interface CoverageFiguresProps {
  profile: Profile;
  territory: { id: string; level: string };
}

type Answer = NonNullable<TerritoryCoverageQuery['coverage']>;

function Shown({ answer, profile, territory }: CoverageFiguresProps & { answer: Answer }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const found = useMemo(() => {
    const figures = new Map(answer.units.map(({ territoryId, access }) => [territoryId, access ?? null]));
    return neighbourRank(
      figures,
      territory.id,
      profile.peers.map(({ territoryId }) => territoryId),
    );
  }, [answer, profile, territory]);
  const minutes = answer.units.find(({ territoryId }) => territoryId === territory.id)?.nearestMinutes;
  if (!found) return <Unknown>{t('territory.access.unknown')}</Unknown>;
  return (
    <Figures>
      <Figure
        label={t('territory.access.label')}
        value={formats.number(found.own, 2)}
        note={t('territory.access.region', { n: formats.number(answer.regionAccess, 2) })}
      />
      {found.median !== null && (
        <Figure
          label={t(territory.level === 'COMMUNE' ? 'territory.access.rankCommune' : 'territory.access.rank')}
          value={t('territory.access.place', { rank: found.rank, among: found.among })}
          note={t('territory.access.median', { n: formats.number(found.median, 2) })}
        />
      )}
      {minutes != null && <Figure label={t('territory.access.nearest')} value={formats.duration(minutes)} />}
    </Figures>
  );
}

/** How well its young people reach what brings science to them, beside its neighbours; more of it in the page of coverage. */
export function CoverageFigures({ profile, territory }: CoverageFiguresProps) {
  const { t } = useTranslation('kinds');
  const level = levels.find((each) => each === territory.level);
  const query = useQuery(TerritoryCoverageDocument, {
    variables: {
      level: level ?? 'COMMUNE',
      territoryIds: [...new Set([territory.id, ...profile.peers.map(({ territoryId }) => territoryId)])],
    },
    skip: level === undefined,
  });
  if (level === undefined) return null;
  const more = `/couverture?${level === 'COMMUNE' ? '' : `niveau=${level}&`}choisi=${territory.id}`;
  return (
    <Section
      title={t('territory.access.title')}
      lead={t('territory.access.lead')}
      end={<ButtonLink to={more}>{t('territory.access.more')}</ButtonLink>}
    >
      <QueryView query={query} data={query.data?.coverage} skeleton={{ shape: 'figures', count: 3 }}>
        {(answer) => <Shown answer={answer} profile={profile} territory={territory} />}
      </QueryView>
    </Section>
  );
}
