import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { SidePanel } from '../../../components/overlays/SidePanel';
import { TieSentence } from '../../../components/facts/TieSentence';
import { Skeleton } from '../../../components/states/Skeleton';
import { useFormats } from '../../../i18n/useLanguage';
import type { Explore } from '../state/useExplore';
import styles from './SelectionPanel.module.css';

/** The shortest ways between two actors, every step explained by what ties its two ends. */
export function PathPanel({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const { paths, state, actions } = explore;
  const [from, to, chosen = '0'] = state.chemin;
  const close = () => actions.set({ chemin: [] });
  const names = [from, to].map((id) => {
    const node = explore.nodes.get(`a~${id}`);
    return node?.acronym ?? node?.label ?? id;
  });
  const title = t('pathTitle', { first: names[0], second: names[1] });
  if (!paths)
    return (
      <SidePanel title={title} onClose={close}>
        <Skeleton shape="rows" count={3} />
      </SidePanel>
    );
  return (
    <SidePanel title={title} onClose={close}>
      <p>
        {paths.hops == null
          ? t('noPath')
          : `${t('pathHops', { count: paths.hops })} ${t('pathCount', { count: paths.pathCount, n: formats.number(paths.pathCount) })}`}
      </p>
      <ol>
        {paths.paths.map(({ steps }, index) => (
          <li key={index} className={styles.path} data-chosen={String(index) === chosen || undefined}>
            <strong>
              {[steps[0]?.fromActor, ...steps.map((step) => step.toActor)]
                .map((actor) => actor?.acronym ?? actor?.name)
                .join(' → ')}
            </strong>
            {steps.map((step) => (
              <div key={step.toActorId} className={styles.step}>
                {step.proofs.slice(0, 3).map((proof, place) => (
                  <TieSentence key={place} tie={proof} />
                ))}
                {step.proofs.length > 3 && <p>{t('moreProofs', { count: step.proofs.length - 3 })}</p>}
              </div>
            ))}
            {String(index) !== chosen && (
              <Button
                small
                look="quiet"
                onClick={() => actions.set({ chemin: [from ?? '', to ?? '', String(index)] })}
              >
                {t('showPath')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}
