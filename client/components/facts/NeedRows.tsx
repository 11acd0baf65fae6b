import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NeedPartsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';
import { Row, Rows } from '../display/Rows';
import { SourceLink } from '../display/SourceLink';
import { canvasPath } from './canvasPath';

/** Needs in a list: what is needed, by whom, since when, and who says so. */
export function NeedRows({ label, needs }: { label: string; needs: readonly NeedPartsFragment[] }) {
  const { t } = useTranslation('needs');
  const formats = useFormats();
  const groups = useVocabulary('needGroup');
  return (
    <Rows label={label}>
      {needs.map((need) => {
        const [source] = need.statedBy;
        const who =
          need.neededBy.length > 0
            ? formats.list(need.neededBy.map(({ name }) => name))
            : groups.label(need.group);
        const [first] = need.neededBy;
        return (
          <Row
            key={need.id}
            title={need.statementFr}
            to={first ? `/acteurs/${encodeURIComponent(first.id)}` : undefined}
            detail={who}
            end={need.year == null ? undefined : String(need.year)}
          >
            {source && <SourceLink source={source} />}{' '}
            <Link to={canvasPath('need', need.id)}>
              {t('seeOnCanvas')}
              <span className="visually-hidden">{` ${need.statementFr}`}</span>
            </Link>
          </Row>
        );
      })}
    </Rows>
  );
}
