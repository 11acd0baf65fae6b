import { Check, EyeOff, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { Checkbox } from '../../../components/controls/Checkbox';
import { Disclosure } from '../../../components/display/Disclosure';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { Row } from '../../../components/display/Rows';
import { StatusBadge } from '../../../components/display/StatusBadge';
import type { PartnerRowFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { isPhase } from '../../../lib/phases';
import { MOST_COMPARED, toggled, type StateProps } from '../partnersState';
import { useWording } from '../wording';
import styles from './CandidateRow.module.css';
import { FirstReason } from './ReasonSentence';
import { ScoreDetail } from './ScoreDetail';

/** Properties of {@link CandidateRow}. */
export interface CandidateRowProps extends StateProps {
  row: PartnerRowFragment;
  /** How many needs the brief has. */
  needs: number;
}

/** The place of an actor: its commune, and how far that is from the project. */
export function usePlace(): (commune: string | undefined, km: number | null | undefined) => string {
  const { t } = useTranslation('partners');
  const { distance } = useFormats();
  return (name, km) => {
    const commune = name ?? t('candidate.placeUnknown');
    if (km == null) return commune;
    const far = Math.round(km);
    return far === 0
      ? t('candidate.here', { commune })
      : t('candidate.at', { commune, distance: distance(far) });
  };
}

/** Where an actor stands: family, commune, kilometres, already a partner or not. */
export function useStanding(): (row: PartnerRowFragment) => string {
  const { t } = useTranslation('partners');
  const placeOf = usePlace();
  const family = useVocabulary('actorFamily');
  return ({ actor, distanceKm, partnership, introducer }) => {
    const place = placeOf(actor?.locatedInConnection.edges[0]?.node.name, distanceKm);
    const acquainted =
      partnership.length > 0
        ? t('candidate.partner')
        : introducer?.actor
          ? t('candidate.through', { name: introducer.actor.acronym ?? introducer.actor.name })
          : null;
    return [family.label(actor?.family), place, acquainted].filter(Boolean).join(' · ');
  };
}

/** How many of the needs are covered: “Couvre 3 de vos 4 besoins”. */
export function useCoverSentence(): (covered: number, needs: number) => string {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  return (covered, needs) =>
    needs === 1
      ? t(covered === 1 ? 'candidate.coversOnly' : 'candidate.missesOnly')
      : t('candidate.covers', { count: covered, covered: number(covered), of: number(needs) });
}

/** A candidate: what it brings, why, where, how sure; its score opens into its parts. */
export function CandidateRow({ row, needs, state, setState }: CandidateRowProps) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const standing = useStanding();
  const says = useCoverSentence();
  const covered = row.brings.reduce((sum, phase) => sum + phase.needs.length, 0);
  return (
    <Row
      mark={<FamilyIcon family={row.actor?.family ?? 'OTHER'} />}
      title={
        <Link className={styles.name} to={`/acteurs/${encodeURIComponent(row.actorId)}`}>
          {row.actor?.name ?? row.actorId}
        </Link>
      }
      selected={state.choisi === row.actorId}
      detail={standing(row)}
      end={<Choices row={row} state={state} setState={setState} />}
    >
      <div className={styles.body}>
        <Brings row={row} />
        <p className={styles.why}>
          <FirstReason row={row} />
        </p>
        <Disclosure
          summary={
            <span className={styles.summary}>
              {needs > 0 && <span>{says(covered, needs)}</span>}
              <span className={styles.score}>
                {t('candidate.score', { score: number(row.score * 100, 0) })}
              </span>
            </span>
          }
        >
          <ScoreDetail row={row} />
        </Disclosure>
      </div>
    </Row>
  );
}

/** What it would bring, phase by phase, and how each is known. */
export function Brings({ row }: { row: PartnerRowFragment }) {
  const { t } = useTranslation('partners');
  const { competence } = useWording();
  const needs = row.brings.flatMap((one) => one.needs.map((need) => ({ ...need, phase: one.phase })));
  if (needs.length === 0) return null;
  return (
    <ul className={styles.brings} aria-label={t('candidate.brings')}>
      {needs.map(({ competenceId, phase, factor, certainty }) => (
        <li key={competenceId}>
          {isPhase(phase) && <PhaseMark phase={phase} label={competence(competenceId)} hollow={factor < 1} />}
          <StatusBadge status={certainty} />
          {factor < 1 && <span className={styles.broad}>{t('candidate.broader')}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What one may do with a candidate: take it in the team, set it beside others, leave it out. */
export function Choices({ row, state, setState }: Omit<CandidateRowProps, 'needs'>) {
  const { t } = useTranslation('partners');
  const name = row.actor?.name ?? row.actorId;
  const isIn = state.equipe.includes(row.actorId);
  const isCompared = state.comparer.includes(row.actorId);
  const hidden = <span className="visually-hidden">{` ${name}`}</span>;
  return (
    <div className={styles.choices}>
      <Button
        small
        look={isIn ? 'primary' : 'secondary'}
        aria-pressed={isIn}
        icon={isIn ? <Check size={16} aria-hidden /> : <Plus size={16} aria-hidden />}
        onClick={() => setState({ equipe: toggled(state.equipe, row.actorId) })}
      >
        {t(isIn ? 'candidate.inTeam' : 'candidate.toTeam')}
        {hidden}
      </Button>
      <div className={styles.minor}>
        <Checkbox
          label={
            <>
              {t('candidate.compare')}
              {hidden}
            </>
          }
          checked={isCompared}
          disabled={!isCompared && state.comparer.length >= MOST_COMPARED}
          onChange={() => setState({ comparer: toggled(state.comparer, row.actorId) })}
        />
        <Button
          small
          look="quiet"
          icon={<EyeOff size={16} aria-hidden />}
          onClick={() =>
            setState({
              sans: [...state.sans, row.actorId],
              equipe: state.equipe.filter((id) => id !== row.actorId),
            })
          }
        >
          {t('candidate.leaveOut')}
          {hidden}
        </Button>
      </div>
    </div>
  );
}
