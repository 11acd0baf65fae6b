import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useLanguage';
import { nodeKinds } from '../state/exploreState';
import { nodePath } from '../state/nodePath';
import type { Explore } from '../state/useExplore';
import styles from './ReadList.module.css';

/** What is shown, as names that lead to their pages in a tab of their own: for a view inside another site. */
export function ReadList({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const nodes = [...explore.nodes.values()];
  return (
    <div className={styles.list}>
      {(explore.view?.groups ?? []).length > 0 && (
        <section aria-label={t('groups')}>
          <h2>{t('groups')}</h2>
          <ul>
            {explore.view?.groups.map((group) => (
              <li key={group.key}>{explore.nameGroup(group)}</li>
            ))}
          </ul>
        </section>
      )}
      {nodeKinds
        .filter((kind) => nodes.some((node) => node.kind === kind))
        .map((kind) => (
          <section key={kind} aria-label={t(`kinds.${kind}`)}>
            <h2>{t(`kinds.${kind}`)}</h2>
            <ul>
              {nodes
                .filter((node) => node.kind === kind)
                .sort((a, b) => formats.compare(a.label, b.label))
                .map((node) => (
                  <li key={node.key}>
                    <a href={nodePath(node)} target="_blank" rel="noreferrer">
                      {node.label}
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
