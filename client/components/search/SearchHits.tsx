import { BookOpenText, Boxes, MapPin, Package, Tag, Wrench, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readProblem } from '../../graphql/readProblem';
import { joinClasses } from '../../lib/joinClasses';
import type { Listbox } from '../controls/useListbox';
import { FamilyIcon } from '../display/FamilyIcon';
import { Highlight } from '../display/Highlight';
import type { SearchAnswer, SearchHit, SearchKind } from './searchTypes';
import styles from './SearchBox.module.css';

/** The icon of each kind of answer. */
export const kindIcons: Record<SearchKind, LucideIcon> = {
  ACTOR: Boxes,
  COMPETENCE: Wrench,
  THEME: Tag,
  PRODUCTION: Package,
  TERRITORY: MapPin,
  SOURCE: BookOpenText,
};

/** Properties of {@link SearchHits}. */
export interface SearchHitsProps {
  answer: SearchAnswer;
  /** Whether the answer is to what is typed now. */
  settled: boolean;
  query: string;
  listbox: Listbox;
  onChoose: (index: number) => void;
}

function useMessage({ answer, settled, query }: SearchHitsProps): string | null {
  const { t } = useTranslation('frame');
  const { t: tc } = useTranslation('components');
  if (answer.hits.length > 0) return null;
  if (answer.error) return tc(`problem.${readProblem(answer.error).code}.title`);
  if (answer.loading || !settled) return t('search.loading');
  return t('search.none', { query });
}

function HitLine({ hit, index, ...props }: SearchHitsProps & { hit: SearchHit; index: number }) {
  const { listbox, query, onChoose } = props;
  const { t } = useTranslation('frame');
  const Icon = kindIcons[hit.kind];
  return (
    <li
      id={listbox.optionId(index)}
      role="option"
      aria-selected={index === listbox.active}
      className={joinClasses(styles.hit, index === listbox.active && styles.active)}
      onPointerMove={() => listbox.setActive(index)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(index)}
    >
      {hit.family ? (
        <FamilyIcon family={hit.family} size={26} />
      ) : (
        <Icon size={18} className={styles.kindIcon} aria-hidden />
      )}
      <span className={styles.words}>
        <span className={styles.label}>
          <Highlight text={hit.label} query={query} />
          {hit.acronym && hit.acronym !== hit.label && (
            <span className={styles.acronym}>
              <Highlight text={hit.acronym} query={query} />
            </span>
          )}
        </span>
        {hit.detail && (
          <span className={styles.detail}>
            <Highlight text={hit.detail} query={query} />
          </span>
        )}
      </span>
      <span className={styles.kind}>{t(`kind.${hit.kind}`)}</span>
    </li>
  );
}

/** The answers under the search box: what it is, its name with the words found, what tells it apart. */
export function SearchHits(props: SearchHitsProps) {
  const { t } = useTranslation('frame');
  const message = useMessage(props);
  const { hits } = props.answer;
  return (
    <div className={styles.popup}>
      <p className={hits.length > 0 ? 'visually-hidden' : styles.message} role="status">
        {message ?? t('search.count', { count: hits.length })}
      </p>
      <ul id={props.listbox.listId} role="listbox" aria-label={t('search.answers')} className={styles.hits}>
        {hits.map((hit, index) => (
          <HitLine key={`${hit.kind}:${hit.id}`} {...props} hit={hit} index={index} />
        ))}
      </ul>
      {hits.length > 0 && <p className={styles.foot}>{t('search.all')}</p>}
    </div>
  );
}
