import { useTranslation } from 'react-i18next';
import { SourceLink } from '../../../components/display/SourceLink';
import type { CoverageFiguresSourcePartsFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';

/** Who says imported figures, of when, under which licence, and when they were imported. */
export function FiguresSource({ source }: { source: CoverageFiguresSourcePartsFragment | null | undefined }) {
  const { t } = useTranslation('coverage');
  const { date } = useFormats();
  if (!source) return <>{t('imports.noSource')}</>;
  const { sourceId, title, publisher, url, licence, retrieved } = source;
  const facts = [licence, retrieved ? t('imports.retrieved', { date: date(retrieved) }) : null].filter(
    Boolean,
  );
  return (
    <>
      <SourceLink source={{ id: sourceId, title, publisher, url, date: source.date }} />
      {facts.length > 0 && ` (${facts.join(', ')})`}
    </>
  );
}
