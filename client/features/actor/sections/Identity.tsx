import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Disclosure } from '../../../components/display/Disclosure';
import { Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { StatusBadge } from '../../../components/display/StatusBadge';
import { ActorRow } from '../../../components/facts/ActorRow';
import { Section } from '../../../components/frame/Page';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { Actor } from '../Page';
import styles from './Identity.module.css';

interface Line {
  label: string;
  value: ReactNode;
}

function useLines(actor: Actor): Line[] {
  const { t } = useTranslation('actor');
  const legal = useVocabulary('legalStatus');
  const place = actor.locatedInConnection.edges[0];
  const lines: (Line | null)[] = [
    place
      ? {
          label: t('commune'),
          value: (
            <>
              <Link to={`/territoires/${place.node.id}`}>{place.node.name}</Link>
              {place.node.epci[0] && (
                <Link to={`/territoires/${place.node.epci[0].id}`}>{place.node.epci[0].name}</Link>
              )}
              <StatusBadge status={place.properties.evidence} />
            </>
          ),
        }
      : { label: t('commune'), value: t('placeUnknown') },
    actor.serves.length > 0
      ? {
          label: t('serves'),
          value: actor.serves.map(({ id, name }) => (
            <Link key={id} to={`/territoires/${id}`}>
              {name}
            </Link>
          )),
        }
      : null,
    actor.__typename === 'Structure' && actor.legalStatus
      ? { label: t('legalStatus'), value: legal.label(actor.legalStatus) }
      : null,
    ...identifiers(actor).map(([name, value]) => ({ label: t(`identifier.${name}`), value })),
  ];
  return lines.filter((line) => line !== null);
}

function identifiers(actor: Actor): [string, string][] {
  const ror: [string, string | null | undefined] = ['ror', actor.ror];
  const known: [string, string | null | undefined][] =
    actor.__typename === 'Structure'
      ? [
          ['siret', actor.siret],
          ['rna', actor.rna],
          ['uai', actor.uai],
          ['museofile', actor.museofile],
          ['rnsr', actor.structureRnsr],
          ror,
        ]
      : actor.__typename === 'Lab'
        ? [['rnsr', actor.rnsr], ror]
        : [ror];
  return known.filter((pair): pair is [string, string] => Boolean(pair[1]));
}

/** What an actor is: place, form, identifiers, parts, and who states it. */
export function Identity({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const lines = useLines(actor);
  return (
    <Section title={t('identity')}>
      <dl className={styles.lines}>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('statedBy')}</dt>
          <dd>
            {actor.statedBy.map((source) => (
              <SourceLink key={source.id} source={source} />
            ))}
          </dd>
        </div>
      </dl>
      {actor.parts.length > 0 && (
        <Disclosure summary={t('parts', { count: actor.parts.length })}>
          <Rows label={t('parts', { count: actor.parts.length })}>
            {actor.parts.map((part) => (
              <ActorRow key={part.id} actor={part} />
            ))}
          </Rows>
        </Disclosure>
      )}
    </Section>
  );
}
