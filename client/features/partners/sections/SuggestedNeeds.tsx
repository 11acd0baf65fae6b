import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { Disclosure } from '../../../components/display/Disclosure';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { Row, Rows } from '../../../components/display/Rows';
import { Popover } from '../../../components/overlays/Popover';
import { Section } from '../../../components/frame/Page';
import {
  PartnerNamesDocument,
  PartnerSuggestionsDocument,
  type BriefPartsFragment,
  type PartnerSuggestionsQuery,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { isPhase } from '../../../lib/phases';
import type { StateProps } from '../partnersState';
import { useWording } from '../wording';
import styles from './SuggestedNeeds.module.css';

type Suggestion = NonNullable<PartnerSuggestionsQuery['suggestNeeds']>;

/** Properties of {@link SuggestedNeeds}. */
export interface SuggestedNeedsProps extends StateProps {
  /** The brief as it was understood: what its members have is not suggested. */
  brief: BriefPartsFragment | undefined;
}

/** What such productions usually require, as a suggestion with what was counted; nothing once each is in the brief or had already. */
export function SuggestedNeeds({ state, setState, brief }: SuggestedNeedsProps) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const skip = !state.type && state.themes.length === 0;
  const { data } = useQuery(PartnerSuggestionsDocument, {
    variables: { productionType: state.type, themeIds: state.themes },
    skip,
  });
  const suggestion = skip ? null : data?.suggestNeeds;
  const had = [...state.competences, ...(brief?.held ?? []).map(({ competenceId }) => competenceId)];
  const needs = suggestion?.needs.filter(({ competenceId }) => !had.includes(competenceId)) ?? [];
  if (!suggestion || needs.length === 0) return null;
  const add = (ids: string[]) => setState({ competences: [...state.competences, ...ids] });
  const lead = t(`usual.${suggestion.basis}`, {
    count: suggestion.productions,
    productions: number(suggestion.productions),
  });
  const rows = (
    <Rows label={t('usual.title')}>
      {needs.map((need) => (
        <UsualNeed key={need.competenceId} need={need} onAdd={() => add([need.competenceId])} />
      ))}
    </Rows>
  );
  if (state.competences.length > 0)
    return (
      <Disclosure summary={t('usual.others', { count: needs.length, needs: number(needs.length) })}>
        <p className={styles.how}>{lead}</p>
        {rows}
      </Disclosure>
    );
  return (
    <Section
      title={t('usual.title')}
      lead={lead}
      end={
        <Button small onClick={() => add(needs.map(({ competenceId }) => competenceId))}>
          {t('usual.all')}
        </Button>
      }
    >
      {rows}
    </Section>
  );
}

function UsualNeed({ need, onAdd }: { need: Suggestion['needs'][number]; onAdd: () => void }) {
  const { t } = useTranslation('partners');
  const label = useWording().competence(need.competenceId);
  return (
    <Row
      title={isPhase(need.phase) ? <PhaseMark phase={need.phase} label={label} /> : label}
      end={
        <>
          <Evidence need={need} />
          <Button small look="quiet" icon={<Plus size={16} aria-hidden />} onClick={onAdd}>
            {t('usual.add')}
            <span className="visually-hidden">{` ${label}`}</span>
          </Button>
        </>
      }
    />
  );
}

/** What was counted: how many productions, which, and how one knows. */
function Evidence({ need }: { need: Suggestion['needs'][number] }) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const found = need.required + need.practised;
  const summary = t('usual.evidence', { count: found, found: number(found), of: number(need.of) });
  return (
    <Popover
      label={summary}
      align="end"
      trigger={(trigger) => (
        <button type="button" {...trigger} className={styles.evidence}>
          {summary}
        </button>
      )}
    >
      {() => (
        <div className={styles.counted}>
          <p className={styles.how}>
            {t('usual.how', { required: number(need.required), practised: number(need.practised) })}
          </p>
          <Productions ids={need.productionIds} />
        </div>
      )}
    </Popover>
  );
}

function Productions({ ids }: { ids: readonly string[] }) {
  const { data } = useQuery(PartnerNamesDocument, {
    variables: { actorIds: [], productionIds: [...ids], territoryIds: [] },
  });
  return (
    <ul className={styles.productions}>
      {data?.productionsByIds.map(({ id, title }) => (
        <li key={id}>
          <Link to={`/productions/${encodeURIComponent(id)}`}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
