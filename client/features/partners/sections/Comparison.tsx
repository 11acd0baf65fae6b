import { useQuery } from '@apollo/client/react';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { StatusBadge } from '../../../components/display/StatusBadge';
import { QueryView } from '../../../components/states/QueryView';
import {
  PartnersComparedDocument,
  type BriefPartsFragment,
  type PartnerRowFragment,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { isPhase } from '../../../lib/phases';
import { toBriefInput, toWeightsInput, type StateProps } from '../partnersState';
import { useWording } from '../wording';
import styles from './Comparison.module.css';

/** Properties of {@link Comparison}. */
export interface ComparisonProps extends StateProps {
  brief: BriefPartsFragment;
}

/** Up to four candidates side by side: each need, each part of the score, where, whether one knows them. */
export function Comparison({ state, setState, brief }: ComparisonProps) {
  const { t } = useTranslation('partners');
  const query = useQuery(PartnersComparedDocument, {
    variables: { brief: toBriefInput(state), weights: toWeightsInput(state), actorIds: state.comparer },
  });
  const data = (query.data ?? query.previousData)?.comparePartners;
  return (
    <div className={styles.comparison}>
      <div className={styles.head}>
        <h3>{t('compare.title')}</h3>
        <Button small look="quiet" onClick={() => setState({ comparer: [] })}>
          {t('compare.close')}
        </Button>
      </div>
      <QueryView query={query} data={data} skeleton={{ shape: 'table', count: 6 }}>
        {(rows) => <ComparisonTable rows={rows} brief={brief} state={state} setState={setState} />}
      </QueryView>
    </div>
  );
}

function ComparisonTable({
  rows,
  brief,
  state,
  setState,
}: ComparisonProps & { rows: readonly PartnerRowFragment[] }) {
  const { t } = useTranslation('partners');
  const formats = useFormats();
  const wording = useWording();
  const line = (key: string, label: ReactNode, cell: (row: PartnerRowFragment) => ReactNode) => (
    <tr key={key}>
      <th scope="row">{label}</th>
      {rows.map((row) => (
        <td key={row.actorId}>{cell(row)}</td>
      ))}
    </tr>
  );
  const asked = rows[0]?.parts.filter((part) => part.asked && part.weight > 0) ?? [];
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('compare.title')}>
      <table>
        <thead>
          <tr>
            <td />
            {rows.map((row) => (
              <th key={row.actorId} scope="col">
                <span className={styles.who}>
                  <Link to={`/acteurs/${encodeURIComponent(row.actorId)}`}>
                    {row.actor?.name ?? row.actorId}
                  </Link>
                  <IconButton
                    label={t('compare.remove', { name: row.actor?.name ?? row.actorId })}
                    icon={<X size={16} aria-hidden />}
                    onClick={() => setState({ comparer: state.comparer.filter((id) => id !== row.actorId) })}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {brief.needs.map(({ competenceId, phase }) =>
            line(
              competenceId,
              isPhase(phase) && <PhaseMark phase={phase} label={wording.competence(competenceId)} />,
              (row) => <NeedCell row={row} competenceId={competenceId} />,
            ),
          )}
          {asked.map(({ part }) =>
            line(part, t(`part.${part}`), (row) => {
              const value = row.parts.find((own) => own.part === part)?.value;
              return value == null ? t('score.unknown') : formats.percent(value);
            }),
          )}
          {line('km', t('compare.distance'), (row) => formats.distance(row.distanceKm))}
          {line('tie', t('compare.tie'), (row) => (
            <TieCell row={row} />
          ))}
          {line('score', t('compare.score'), (row) => formats.number(row.score * 100, 0))}
          {line('rank', t('compare.rank'), (row) =>
            row.rank > 0 ? formats.number(row.rank) : t('compare.unranked'),
          )}
        </tbody>
      </table>
    </div>
  );
}

function NeedCell({ row, competenceId }: { row: PartnerRowFragment; competenceId: string }) {
  const { t } = useTranslation('partners');
  const need = row.brings.flatMap(({ needs }) => needs).find((one) => one.competenceId === competenceId);
  if (!need) return <span className={styles.no}>{t('compare.no')}</span>;
  return (
    <span className={styles.yes}>
      {t(need.factor < 1 ? 'compare.partly' : 'compare.yes')}
      <StatusBadge status={need.certainty} />
    </span>
  );
}

function TieCell({ row }: { row: PartnerRowFragment }) {
  const { t } = useTranslation('partners');
  if (row.partnership.length > 0) return t('candidate.partner');
  const { introducer } = row;
  return introducer?.actor
    ? t('candidate.through', { name: introducer.actor.acronym ?? introducer.actor.name })
    : t('compare.noTie');
}
