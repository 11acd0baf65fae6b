import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../../components/controls/Button';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { Row, Rows } from '../../../components/display/Rows';
import { Section } from '../../../components/frame/Page';
import type { SynergiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { phases } from '../../../lib/phases';
import { LeftOut } from './LeftOut';
import styles from './LatentTies.module.css';

type Answer = NonNullable<SynergiesQuery['latent']>;
type Cells = Answer['tables'][number]['rows'][number]['cells'];

/** Properties of {@link LatentTies}. */
export interface LatentTiesProps {
  answer: Answer;
  themeLabel: (id: string) => string;
}

/** The strongest ties that do not exist: what each would bring the other, and why it is missing. */
export function LatentTies({ answer, themeLabel }: LatentTiesProps) {
  const { t } = useTranslation('synergies');
  return (
    <Section title={t('latent.title')} lead={t('latent.lead')}>
      <Rows label={t('latent.title')} ranked>
        {(answer.tables[0]?.rows ?? []).map(({ cells }) => (
          <LatentTie
            key={`${cells[0]?.actors?.[0]?.id} ${cells[1]?.actors?.[0]?.id}`}
            cells={cells}
            themeLabel={themeLabel}
          />
        ))}
      </Rows>
      <LeftOut parts={answer.leftOut} />
    </Section>
  );
}

function LatentTie({ cells, themeLabel }: { cells: Cells; themeLabel: (id: string) => string }) {
  const { t } = useTranslation('synergies');
  const { list } = useFormats();
  const first = cells[0]?.actors?.[0];
  const second = cells[1]?.actors?.[0];
  if (!first || !second) return null;
  const gains = [4, 5, 6].map((place) => cells[place]?.number ?? 0);
  const themes = (cells[8]?.text ?? '').split(' ').filter(Boolean).map(themeLabel);
  const contacts = cells[9]?.actors ?? [];
  const bring = (sign: 1 | -1) => phases.filter((_, place) => sign * gains[place]! > 0.1);
  const why =
    contacts.length > 0
      ? t('latent.contacts', {
          names: list(
            contacts.slice(0, 3).map(({ name }) => name),
            'and',
          ),
        })
      : t(cells[10]?.number === 1 ? 'latent.noContact' : 'latent.apart');
  return (
    <Row
      title={
        <span className={styles.pair}>
          <Link to={`/acteurs/${first.id}`}>{first.name}</Link>
          <span aria-hidden>{t('latent.and')}</span>
          <Link to={`/acteurs/${second.id}`}>{second.name}</Link>
        </span>
      }
      detail={t('latent.themes', { count: themes.length, themes: list(themes, 'and') })}
      end={
        <ButtonLink small to={`/partenaires?acteur=${first.id}`}>
          {t('latent.search')}
        </ButtonLink>
      }
    >
      <div className={styles.gains}>
        <Gain actor={second.name} brings={bring(1)} />
        <Gain actor={first.name} brings={bring(-1)} />
        <p>{why}</p>
      </div>
    </Row>
  );
}

function Gain({ actor, brings }: { actor: string; brings: readonly (typeof phases)[number][] }) {
  const { t } = useTranslation('synergies');
  if (brings.length === 0) return null;
  return (
    <p className={styles.gain}>
      <span>{t('latent.brings', { actor })}</span>
      {brings.map((phase) => (
        <PhaseMark key={phase} phase={phase} />
      ))}
    </p>
  );
}
