import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/controls/Chip';
import { Button } from '../../../components/controls/Button';
import { isGrouped, isWhole, toSteps } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import styles from './Breadcrumbs.module.css';

/** Letters of a name on a crumb, beyond which it is cut: what was followed from it must be read too. */
const mostLetters = 32;

/** A name cut after a word, with an ellipsis, when it is long. */
function shorten(name: string): string {
  if (name.length <= mostLetters) return name;
  return `${name.slice(0, mostLetters).replace(/[\s,;:–-]+\S*$/u, '')}…`;
}

function useNames(explore: Explore): (key: string) => string {
  return (key) => {
    const node = explore.nodes.get(key);
    return shorten(node?.acronym ?? node?.label ?? key.slice(2));
  };
}

/** Where one started and every step since; each can be taken back. */
export function Breadcrumbs({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { state, actions } = explore;
  const nameOf = useNames(explore);
  const several = state.depart.length > 6;
  return (
    <nav className={styles.crumbs} aria-label={t('crumbs')}>
      {isWhole(state) ? (
        <span className={styles.whole}>{isGrouped(state) ? t('wholeGrouped') : t('whole')}</span>
      ) : (
        <Button look="quiet" small onClick={actions.reset}>
          {t('whole')}
        </Button>
      )}
      {several && <Chip label={t('starts', { count: state.depart.length })} onRemove={actions.reset} />}
      {!several &&
        state.depart.map((key) => (
          <Chip key={key} label={nameOf(key)} onRemove={() => actions.removeStart(key)} />
        ))}
      {state.ouvertes.map((key) => (
        <Chip
          key={key}
          label={t('opened', { number: Number(key.slice(2)) + 1 || '–' })}
          onRemove={() => actions.closeGroup(key)}
        />
      ))}
      {toSteps(state).map((step) => (
        <Chip
          key={`${step.key} ${step.relation}`}
          label={t('crumb', { name: nameOf(step.key), way: t(`way.${step.relation}`).toLowerCase() })}
          onRemove={() => actions.removeStep(step)}
        />
      ))}
    </nav>
  );
}
