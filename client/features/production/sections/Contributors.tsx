import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/controls/Button';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { Rows } from '../../../components/display/Rows';
import { Unknown } from '../../../components/display/Unknown';
import { ActorRow } from '../../../components/facts/ActorRow';
import { Section } from '../../../components/frame/Page';
import { ProductionPhaseNeedsDocument } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { phases, type Phase } from '../../../lib/phases';
import type { Production } from '../Page';
import { partnersLink } from '../partnersLink';
import styles from '../Page.module.css';

type Edge = Production['contributorsConnection']['edges'][number];

function Contributions({ label, edges }: { label: string; edges: readonly Edge[] }) {
  return (
    <Rows label={label}>
      {edges.map(({ node, properties }) => (
        <ActorRow
          key={`${node.id} ${properties.role}`}
          actor={node}
          detail={node.locatedIn[0]?.name}
          end={properties.year == null ? undefined : String(properties.year)}
        />
      ))}
    </Rows>
  );
}

function PhaseColumn({
  phase,
  edges,
  production,
}: {
  phase: Phase;
  edges: readonly Edge[];
  production: Production;
}) {
  const { t } = useTranslation('kinds');
  const { data } = useQuery(ProductionPhaseNeedsDocument, { skip: edges.length > 0 });
  const broadest = (data?.competences ?? []).filter(({ broader }) => broader.length === 0);
  const label = useVocabulary('phase').label(phase);
  return (
    <div className={styles.phase}>
      <h3>
        <PhaseMark phase={phase} hollow={edges.length === 0} />
      </h3>
      {edges.length === 0 ? (
        <Unknown
          action={
            <ButtonLink small to={partnersLink(production, phase, broadest)}>
              {t('production.findFor')}
            </ButtonLink>
          }
        >
          {t('production.phaseMissing')}
        </Unknown>
      ) : (
        <Contributions label={label} edges={edges} />
      )}
    </div>
  );
}

/** Who did what, by phase: a production is complete when somebody is known in each of the three. */
export function Contributors({ production }: { production: Production }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const words = useVocabulary('phase');
  const roles = useVocabulary('contributionRole');
  const { edges } = production.contributorsConnection;
  const of = (role: string) => edges.filter(({ properties }) => properties.role === role);
  const missing = phases.filter((phase) => of(phase).length === 0);
  const lead =
    missing.length === 0
      ? t('production.complete')
      : t('production.incomplete', {
          phases: formats.list(missing.map((phase) => words.label(phase).toLowerCase())),
          count: missing.length,
        });
  return (
    <Section title={t('production.contributors')} lead={lead}>
      <div className={styles.phases}>
        {phases.map((phase) => (
          <PhaseColumn key={phase} phase={phase} edges={of(phase)} production={production} />
        ))}
      </div>
      {(['COORDINATION', 'FUNDING'] as const)
        .filter((role) => of(role).length > 0)
        .map((role) => (
          <div key={role} className={styles.phase}>
            <h3>{roles.label(role)}</h3>
            <Contributions label={roles.label(role)} edges={of(role)} />
          </div>
        ))}
    </Section>
  );
}
