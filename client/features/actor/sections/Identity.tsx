import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Disclosure } from '../../../components/display/Disclosure';
import { Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { StatusBadge } from '../../../components/display/StatusBadge';
import { ActorRow } from '../../../components/facts/ActorRow';
import { ValueLine, ValueLines } from '../../../components/facts/ValueLines';
import { useValueText } from '../../../components/facts/WhoSays';
import { Section } from '../../../components/frame/Page';
import { ActorBelowDocument, type ProvenPartsFragment } from '../../../graphql/generated/graphql';
import { useLocalText } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { Actor } from '../Page';

interface Line {
  label: string;
  value: ReactNode;
  /** Column of the record that holds the value. */
  column: string;
}

function useLines(actor: Actor): Line[] {
  const { t } = useTranslation('actor');
  const legal = useVocabulary('legalStatus');
  const place = actor.locatedInConnection.edges[0];
  const lines: (Line | null)[] = [
    {
      column: 'commune',
      label: t('commune'),
      value: place ? (
        <>
          <Link to={`/territoires/${place.node.id}`}>{place.node.name}</Link>
          {place.node.epci[0] && (
            <Link to={`/territoires/${place.node.epci[0].id}`}>{place.node.epci[0].name}</Link>
          )}
          <StatusBadge status={place.properties.evidence} />
        </>
      ) : (
        t('placeUnknown')
      ),
    },
    actor.serves.length > 0
      ? {
          column: 'serves',
          label: t('serves'),
          value: actor.serves.map(({ id, name }) => (
            <Link key={id} to={`/territoires/${id}`}>
              {name}
            </Link>
          )),
        }
      : null,
    actor.__typename === 'Structure' && actor.legalStatus
      ? { column: 'legalStatus', label: t('legalStatus'), value: legal.label(actor.legalStatus) }
      : null,
    ...identifiers(actor).map(([name, value]) => ({
      column: name,
      label: t(`identifier.${name}`),
      value,
    })),
  ];
  return lines.filter((line) => line !== null);
}

/** The values of the record that have no line of their own: name, family, site, summaries and the like. */
function useOtherLines(values: readonly ProvenPartsFragment[], lines: readonly Line[]): Line[] {
  const text = useLocalText();
  const show = useValueText();
  const taken = new Set(lines.map(({ column }) => column));
  return values
    .filter(({ sheet, column, isKept }) => sheet === 'actors' && !isKept && !taken.has(column))
    .map(({ column, labelFr, labelEn, value }) => ({
      column,
      label: text(labelFr, labelEn),
      value: show(value),
    }));
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

/** Levels, evidence or dates of its ties of which sources disagree; nothing where none does. */
function TieConflicts({ values }: { values: readonly ProvenPartsFragment[] }) {
  const { t } = useTranslation('actor');
  const text = useLocalText();
  const show = useValueText();
  const ties = values.filter(({ about, isConflicting }) => about != null && isConflicting);
  if (ties.length === 0) return null;
  return (
    <>
      <h3>{t('tieConflicts')}</h3>
      <ValueLines>
        {ties.map((proven) => (
          <ValueLine
            key={`${proven.column} ${proven.about}`}
            label={t('tieConflict', { label: text(proven.labelFr, proven.labelEn), about: proven.about })}
            proven={proven}
          >
            {show(proven.value)}
          </ValueLine>
        ))}
      </ValueLines>
    </>
  );
}

/** What files said of it beyond what every record has, each value with who gave it; nothing where none did. */
function KeptValues({ values }: { values: readonly ProvenPartsFragment[] }) {
  const { t } = useTranslation('actor');
  const text = useLocalText();
  const show = useValueText();
  const kept = values.filter(({ isKept }) => isKept);
  if (kept.length === 0) return null;
  return (
    <Disclosure summary={t('kept', { count: kept.length })}>
      <p>{t('keptLead')}</p>
      <ValueLines>
        {kept.map((proven) => (
          <ValueLine key={proven.column} label={text(proven.labelFr, proven.labelEn)} proven={proven}>
            {show(proven.value)}
          </ValueLine>
        ))}
      </ValueLines>
    </Disclosure>
  );
}

/** What an actor is: place, form, identifiers, parts; each value opens to who states it. */
export function Identity({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const { data } = useQuery(ActorBelowDocument, { variables: { id: actor.id } });
  const values = data?.provenance ?? [];
  const lines = useLines(actor);
  const others = useOtherLines(values, lines);
  const provenOf = (line: Line) =>
    values.find(({ sheet, column }) => sheet === 'actors' && column === line.column);
  return (
    <Section title={t('identity')} lead={t('identityLead')}>
      <ValueLines>
        {[...lines, ...others].map((line) => (
          <ValueLine key={line.column} label={line.label} proven={provenOf(line)}>
            {line.value}
          </ValueLine>
        ))}
        <ValueLine label={t('statedBy')}>
          {actor.statedBy.map((source) => (
            <SourceLink key={source.id} source={source} />
          ))}
        </ValueLine>
      </ValueLines>
      <KeptValues values={values} />
      <TieConflicts values={values} />
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
