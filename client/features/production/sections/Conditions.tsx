import { useTranslation } from 'react-i18next';
import { LinkList } from '../../../components/facts/LinkList';
import { OtherValues, WhoSays } from '../../../components/facts/WhoSays';
import { Section } from '../../../components/frame/Page';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { Production } from '../Page';
import styles from '../Page.module.css';
import { useProductionProvenance } from '../useProductionProvenance';

/** A fact of a production: the column of the record that holds it, its label and its value. */
type Fact = [column: string, label: string, value: string];

function useFacts(production: Production): Fact[] {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const audiences = useVocabulary('audience');
  const { audiences: publics, ageMin, touring, modules, surfaceM2, loanFeeEur } = production;
  const names = publics.map((id) => audiences.label(id));
  const facts: [string, string, string | null][] = [
    ['audiences', t('production.audiences'), names.length > 0 ? formats.list(names) : null],
    ['ageMin', t('production.age'), ageMin == null ? null : t('production.ageFrom', { count: ageMin })],
    ['touring', t('production.touring'), touring == null ? null : touring ? t('yes') : t('no')],
    ['modules', t('production.modules'), modules == null ? null : formats.number(modules)],
    [
      'surfaceM2',
      t('production.surface'),
      surfaceM2 == null ? null : t('production.squareMetres', { n: formats.number(surfaceM2) }),
    ],
    [
      'loanFeeEur',
      t('production.fee'),
      loanFeeEur == null ? null : t('production.euros', { n: formats.number(loanFeeEur) }),
    ],
  ];
  return facts.filter((fact): fact is Fact => fact[2] !== null);
}

/** Columns that {@link Conditions} shows, each with who says it. */
export const conditionColumns: ReadonlySet<string> = new Set([
  'audiences',
  'ageMin',
  'touring',
  'modules',
  'surfaceM2',
  'loanFeeEur',
]);

/** For whom a production is, what it takes to host it, its themes and the competences that it asks for. */
export function Conditions({ production }: { production: Production }) {
  const { t } = useTranslation('kinds');
  const local = useLocalText();
  const facts = useFacts(production);
  const values = useProductionProvenance(production.id);
  return (
    <Section title={t('production.conditions')}>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(([column, label, value]) => {
            const proven = values.find((one) => one.column === column);
            return (
              <div key={column}>
                <dt>{label}</dt>
                <dd className={styles.value}>
                  {value}
                  {proven && <WhoSays proven={proven} />}
                  {proven && <OtherValues proven={proven} />}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <LinkList
        label={t('production.themes')}
        items={production.themes.map((theme) => ({
          to: `/themes/${encodeURIComponent(theme.id)}`,
          label: local(theme.labelFr, theme.labelEn),
        }))}
      />
      <LinkList
        label={t('production.requires')}
        items={production.requires.map((competence) => ({
          to: `/competences/${encodeURIComponent(competence.id)}`,
          label: local(competence.labelFr, competence.labelEn),
        }))}
      />
    </Section>
  );
}
