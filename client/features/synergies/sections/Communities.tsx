import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Row, Rows } from '../../../components/display/Rows';
import { Section } from '../../../components/frame/Page';
import type { SynergiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { figureOf } from '../answers';
import { communityLink } from '../canvasLinks';
import type { SynergiesState } from '../synergiesState';
import { Uncertain } from './Uncertain';

/** Properties of {@link Communities}. */
export interface CommunitiesProps {
  answer: NonNullable<SynergiesQuery['communities']>;
  /** The community of each actor. */
  membership: SynergiesQuery['membership'];
  stability: SynergiesQuery['stability'];
  state: SynergiesState;
  themeLabel: (id: string) => string;
}

/** Communities shown before one asks for the others. */
const FEW = 12;
const partsOf = (text: string | null | undefined) => (text ?? '').split(' · ').filter((part) => part !== '');

/** The groups of actors tied more among themselves than to the rest, named by what sets them apart. */
export function Communities({ answer, membership, stability, state, themeLabel }: CommunitiesProps) {
  const { t } = useTranslation('synergies');
  const { number, list } = useFormats();
  const family = useVocabulary('actorFamily');
  const [isWhole, setWhole] = useState(false);
  const rows = answer.tables[0]?.rows ?? [];
  const found = figureOf(answer, 'communities') ?? rows.length;
  const others = rows.length - FEW;
  const values = membership?.actorColumns.find(({ id }) => id === 'community')?.values ?? [];
  const membersOf = (community: number): string[] =>
    values.filter(({ value }) => value === community).map(({ actorId }) => actorId);
  return (
    <Section
      title={t('communities.title')}
      lead={t('communities.lead')}
      end={t('communities.count', { count: found, number: number(found) })}
    >
      <Rows label={t('communities.title')} ranked>
        {rows.slice(0, isWhole ? rows.length : FEW).map(({ cells }) => {
          const [community, size, themes, families, places] = cells;
          const about = partsOf(themes?.text).map(themeLabel);
          const kinds = partsOf(families?.text).map(family.label);
          const where = partsOf(places?.text);
          const place = community?.number ?? 0;
          const name = [about.slice(0, 2).join(' ; '), where[0] ?? ''].filter((part) => part !== '');
          return (
            <Row
              key={place}
              title={name.length > 0 ? name.join(' · ') : t('communities.unnamed')}
              to={communityLink(state, place, membersOf(place))}
              detail={[list(kinds, 'and'), list(where, 'and')].filter((part) => part !== '').join(' · ')}
              end={t('communities.size', { count: size?.number ?? 0, number: number(size?.number ?? 0) })}
            />
          );
        })}
      </Rows>
      {others > 0 && !isWhole && (
        <div>
          <Button onClick={() => setWhole(true)}>
            {t('communities.more', { count: others, number: number(others) })}
          </Button>
        </div>
      )}
      {stability && <Uncertain answer={stability} />}
    </Section>
  );
}
