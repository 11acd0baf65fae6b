import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import type { CoverageAnswer } from './coverageUnits';

/** The figures of both sides of a comparison with an imported reference, a sentence each; or why it cannot be made. Nothing without a reference. */
export function useAgainst(against: CoverageAnswer['quotientReference'] | undefined): string[] {
  const { t } = useTranslation('coverage');
  const { number, percent, list } = useFormats();
  if (!against) return [];
  const { reference, lacks, missingColumns, byPhase, part, people, regionPart, regionActors, regionPeople } =
    against;
  if (lacks.length > 0)
    return [
      ...lacks.map((lack) =>
        t(`against.lack.${lack}`, { name: reference.name, columns: list(missingColumns) }),
      ),
      t('against.unknown'),
    ];
  const side = (name: string, count: number, whole: number, inhabitants: number | null | undefined) =>
    t('against.side', {
      name,
      count: whole,
      part: number(count),
      whole: number(whole),
      share: percent(whole > 0 ? count / whole : null),
      perHead: inhabitants ? number((count / inhabitants) * 10_000, 2) : t('against.perHeadUnknown'),
    });
  return [
    side(t('against.here'), regionPart ?? 0, regionActors, regionPeople),
    side(reference.name, part ?? 0, reference.actors ?? 0, people),
    ...(byPhase ? [] : [t('against.byFamily', { name: reference.name })]),
  ];
}
