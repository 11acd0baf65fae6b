import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../../components/controls/Button';
import { PhaseBar, type PhaseLevel } from '../../../components/display/PhaseBar';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { SourceLink } from '../../../components/display/SourceLink';
import { StatusBadge } from '../../../components/display/StatusBadge';
import { Unknown } from '../../../components/display/Unknown';
import { Section } from '../../../components/frame/Page';
import { ActorSourcesDocument, type SourcePartsFragment } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { phases, type Phase } from '../../../lib/phases';
import { choiceParam } from '../../../lib/urlCodecs';
import { useUrlState } from '../../../lib/useUrlState';
import type { Actor } from '../Page';
import styles from './Competences.module.css';

const codecs = { phase: choiceParam([...phases, 'none', 'all'], 'all') };

type Edge = Actor['competencesConnection']['edges'][number];

function levelsOf(edges: readonly Edge[]): Record<Phase, PhaseLevel> {
  const levels = { VALIDATION: 0, FABRICATION: 0, DIFFUSION: 0 } as Record<Phase, number>;
  const counts = { ...levels };
  for (const { node, properties } of edges) {
    counts[node.phase] += 1;
    levels[node.phase] = Math.max(levels[node.phase], properties.level ?? 1);
  }
  const of = (phase: Phase): PhaseLevel => ({ level: levels[phase], count: counts[phase] });
  return { VALIDATION: of('VALIDATION'), FABRICATION: of('FABRICATION'), DIFFUSION: of('DIFFUSION') };
}

/** The sources that statements name, by identifier. */
function useSources(ids: readonly string[]): ReadonlyMap<string, SourcePartsFragment> {
  const { data } = useQuery(ActorSourcesDocument, { variables: { ids: [...ids] }, skip: ids.length === 0 });
  return useMemo(() => new Map((data?.sourcesByIds ?? []).map((source) => [source.id, source])), [data]);
}

function Level({ level }: { level: number | null | undefined }) {
  const { t } = useTranslation('actor');
  return (
    <span className={styles.level}>
      <span aria-hidden>
        {[1, 2, 3].map((step) => (
          <span key={step} className={styles.step} data-filled={step <= (level ?? 0) || undefined} />
        ))}
      </span>
      <span className="visually-hidden">{level == null ? t('levelUnknown') : t('level', { level })}</span>
    </span>
  );
}

function Competence({ edge, source }: { edge: Edge; source: SourcePartsFragment | undefined }) {
  const { t } = useTranslation('actor');
  const local = useLocalText();
  const formats = useFormats();
  const { node, properties } = edge;
  return (
    <li className={styles.competence}>
      <div className={styles.head}>
        <Link to={`/competences/${encodeURIComponent(node.id)}`} className={styles.name}>
          {local(node.labelFr, node.labelEn)}
        </Link>
        <Level level={properties.level} />
        <StatusBadge status={properties.status} />
        {properties.since != null && (
          <span className={styles.since}>{t('since', { year: formats.date(String(properties.since)) })}</span>
        )}
      </div>
      {properties.evidence && <p className={styles.evidence}>{properties.evidence}</p>}
      {source && <SourceLink source={source} />}
    </li>
  );
}

function PhaseGroup({
  phase,
  edges,
  sources,
}: {
  phase: Phase;
  edges: readonly Edge[];
  sources: ReadonlyMap<string, SourcePartsFragment>;
}) {
  if (edges.length === 0) return null;
  return (
    <div className={styles.group}>
      <h3>
        <PhaseMark phase={phase} />
      </h3>
      <ul className={styles.list}>
        {edges.map((edge) => (
          <Competence key={edge.node.id} edge={edge} source={sources.get(edge.properties.sourceId)} />
        ))}
      </ul>
    </div>
  );
}

/** What an actor can do: the phase bar, which opens into the competences with their evidence and sources. */
export function Competences({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const [{ phase: chosen }, set] = useUrlState(codecs);
  const local = useLocalText();
  const formats = useFormats();
  const edges = useMemo(
    () =>
      [...actor.competencesConnection.edges].sort(
        (a, b) =>
          (b.properties.level ?? 0) - (a.properties.level ?? 0) ||
          formats.compare(local(a.node.labelFr, a.node.labelEn), local(b.node.labelFr, b.node.labelEn)),
      ),
    [actor, formats, local],
  );
  const sources = useSources(
    useMemo(() => [...new Set(edges.map(({ properties }) => properties.sourceId))], [edges]),
  );
  const selected = chosen === 'all' || chosen === 'none' ? null : chosen;
  const shown = chosen === 'none' ? [] : phases.filter((phase) => selected === null || phase === selected);
  if (edges.length === 0)
    return (
      <Section title={t('competences')}>
        <Unknown action={<ButtonLink to="/donnees">{t('declare')}</ButtonLink>}>{t('toDeclare')}</Unknown>
        <Themes actor={actor} />
      </Section>
    );
  return (
    <Section title={t('competences')} lead={t('competencesLead')}>
      <PhaseBar
        levels={levelsOf(edges)}
        selected={selected}
        onSelect={(phase) => set({ phase: phase ?? 'all' })}
      />
      {shown.map((phase) => (
        <PhaseGroup
          key={phase}
          phase={phase}
          edges={edges.filter(({ node }) => node.phase === phase)}
          sources={sources}
        />
      ))}
      <Themes actor={actor} />
    </Section>
  );
}

function Themes({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const local = useLocalText();
  if (actor.themes.length === 0) return null;
  return (
    <div className={styles.themes}>
      <h3>{t('themes')}</h3>
      <ul>
        {actor.themes.map((theme) => (
          <li key={theme.id}>
            <Link to={`/themes/${encodeURIComponent(theme.id)}`}>{local(theme.labelFr, theme.labelEn)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
