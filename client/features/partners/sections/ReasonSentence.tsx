import { useTranslation } from 'react-i18next';
import type { PartnerRowFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useWording } from '../wording';

type Reason = PartnerRowFragment['reasons'][number];

/** Says the reasons of a score: “Sait faire : scénographie”, “À 12 km”, “A le même partenaire que vous : Ombelliscience”. */
export function useReasonSentence(): (reason: Reason, row: PartnerRowFragment) => string {
  const { t } = useTranslation('partners');
  const formats = useFormats();
  const wording = useWording();
  return (reason, row) => {
    const { kind, subjectId } = reason;
    if (kind === 'IS_NEAR') return t('reason.IS_NEAR', { distance: formats.distance(row.distanceKm) });
    if (kind === 'COVERS_NEED') {
      const need = row.brings
        .flatMap(({ needs }) => needs)
        .find(({ competenceId }) => competenceId === subjectId);
      const what = wording.competence(subjectId);
      return t(need && need.factor < 1 ? 'reason.COVERS_BROADLY' : 'reason.COVERS_NEED', { what });
    }
    if (kind === 'SHARES_PARTNER') return t('reason.SHARES_PARTNER', { what: wording.actor(subjectId) });
    if (kind === 'SHARES_PRODUCTION')
      return t('reason.SHARES_PRODUCTION', { what: wording.production(subjectId) });
    if (kind === 'REACHES_AUDIENCE')
      return t('reason.REACHES_AUDIENCE', { what: t(`audience.${subjectId}`) });
    return t(`reason.${kind}`, { what: wording.theme(subjectId) });
  };
}

/** Why this one, in one sentence: its first reason but distance, which stands beside, in the words of its source if any. */
export function FirstReason({ row }: { row: PartnerRowFragment }) {
  const { t } = useTranslation('partners');
  const say = useReasonSentence();
  const first = row.reasons.find(({ kind }) => kind !== 'IS_NEAR') ?? row.reasons[0];
  if (!first) return <>{t('reason.none')}</>;
  const evidence = first.citations.find((citation) => citation.evidence)?.evidence;
  return (
    <>
      {say(first, row)}
      {evidence && <q lang="fr">{evidence}</q>}
    </>
  );
}
