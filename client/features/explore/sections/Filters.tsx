import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Checkbox, Switch } from '../../../components/controls/Checkbox';
import { MultiCombobox } from '../../../components/controls/MultiCombobox';
import { TextField } from '../../../components/controls/TextField';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseShape } from '../../../components/display/PhaseMark';
import { QueryView } from '../../../components/states/QueryView';
import { ExploreFacetsDocument, type ExploreFacetsQuery } from '../../../graphql/generated/graphql';
import { useFormats, useLanguage } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { isPhase } from '../../../lib/phases';
import { chosenFilters, isDate, nodeKinds, tieKinds, toFilter, type FacetParam } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import { conceptOptions, territoryOptions, type FacetValue } from './facetOptions';
import styles from './Filters.module.css';

/** Values of a facet shown before one asks for the others. */
const FEW = 7;

type Facets = NonNullable<ExploreFacetsQuery['directory']>['facets'];

function valuesOf(facets: Facets, name: Facets[number]['name']): readonly FacetValue[] {
  return facets.find((facet) => facet.name === name)?.values ?? [];
}

interface ChecksProps {
  explore: Explore;
  param: FacetParam;
  values: readonly FacetValue[];
  labelOf: (value: string) => string;
  markOf?: (value: string) => ReactNode;
}

/** A facet as boxes to tick, the most frequent first; what is ticked stays even when nobody is left. */
function Checks({ explore, param, values, labelOf, markOf }: ChecksProps) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const chosen = explore.state[param] as string[];
  const missing = chosen.filter((value) => !values.some((each) => each.value === value));
  const sorted = [...values, ...missing.map((value): FacetValue => ({ value, count: 0 }))].sort(
    (a, b) => b.count - a.count || formats.compare(labelOf(a.value), labelOf(b.value)),
  );
  const shown = all ? sorted : sorted.filter(({ value }, place) => place < FEW || chosen.includes(value));
  if (sorted.length === 0) return null;
  return (
    <fieldset className={styles.facet}>
      <legend>{t(`facet.${param}`)}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox
          key={value}
          label={
            <span className={styles.label}>
              {markOf?.(value)}
              {labelOf(value)}
            </span>
          }
          checked={chosen.includes(value)}
          detail={formats.number(count)}
          onChange={() => explore.actions.toggle(param, value)}
        />
      ))}
      {sorted.length > FEW && (
        <Button look="quiet" small aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewerValues') : t('moreValues', { count: sorted.length - shown.length })}
        </Button>
      )}
    </fieldset>
  );
}

function ActorFacets({ explore, facets }: { explore: Explore; facets: Facets }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const families = useVocabulary('actorFamily');
  const phases = useVocabulary('phase');
  const levels = useVocabulary('territoryLevel');
  const { state, actions } = explore;
  const concept = (phase: string | null | undefined) =>
    phase && isPhase(phase) ? <PhaseShape phase={phase} /> : undefined;
  return (
    <>
      <Checks
        explore={explore}
        param="familles"
        values={valuesOf(facets, 'FAMILY')}
        labelOf={families.label}
        markOf={(value) => <FamilyIcon family={value} size={20} />}
      />
      <Checks
        explore={explore}
        param="phases"
        values={valuesOf(facets, 'PHASE')}
        labelOf={phases.label}
        markOf={concept}
      />
      <MultiCombobox
        label={t('facet.competences')}
        placeholder={t('anyCompetence')}
        options={conceptOptions(valuesOf(facets, 'COMPETENCE'), formats.number, concept, phases.label)}
        values={state.competences}
        onChange={(competences) => actions.set({ competences })}
      />
      <MultiCombobox
        label={t('facet.themes')}
        placeholder={t('anyTheme')}
        options={conceptOptions(valuesOf(facets, 'THEME'), formats.number)}
        values={state.themes}
        onChange={(themes) => actions.set({ themes })}
      />
      <MultiCombobox
        label={t('facet.territoires')}
        placeholder={t('anyTerritory')}
        options={territoryOptions(valuesOf(facets, 'TERRITORY'), formats, levels.label)}
        values={state.territoires}
        onChange={(territoires) => actions.set({ territoires })}
      />
      <Checks
        explore={explore}
        param="publie"
        values={valuesOf(facets, 'HAS')}
        labelOf={(value) => t(`has.${value}`)}
      />
      <Checks
        explore={explore}
        param="connu"
        values={valuesOf(facets, 'KNOWN')}
        labelOf={(value) => t(`known.${value}`)}
      />
      <Checks
        explore={explore}
        param="ages"
        values={valuesOf(facets, 'AGE')}
        labelOf={(value) => t(`age.${value}`)}
      />
    </>
  );
}

function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

/** What counts on the canvas beside actors: kinds of node, kinds and dates of tie. */
function NetworkChoices({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { state, actions } = explore;
  const dateError = (text: string) => (text !== '' && !isDate(text) ? t('notADate') : undefined);
  return (
    <>
      <fieldset className={styles.facet}>
        <legend>{t('facet.liens')}</legend>
        {tieKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`tieKind.${kind}`)}
            checked={state.liens.includes(kind)}
            onChange={() => actions.set({ liens: toggled(state.liens, kind) })}
          />
        ))}
      </fieldset>
      <fieldset className={styles.facet}>
        <legend>{t('facet.dates')}</legend>
        <div className={styles.dates}>
          <TextField
            label={t('from')}
            inputMode="numeric"
            placeholder="2015"
            value={state.depuis}
            error={dateError(state.depuis)}
            onChange={(depuis) => actions.set({ depuis }, { replace: true })}
          />
          <TextField
            label={t('to')}
            inputMode="numeric"
            placeholder="2025-06"
            value={state.jusque}
            error={dateError(state.jusque)}
            onChange={(jusque) => actions.set({ jusque }, { replace: true })}
          />
        </div>
        <Switch
          label={t('undated')}
          checked={state.nondates}
          onChange={(nondates) => actions.set({ nondates })}
        />
      </fieldset>
      <fieldset className={styles.facet}>
        <legend>{t('facet.sortes')}</legend>
        {nodeKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`kinds.${kind}`)}
            checked={state.sortes.includes(kind)}
            onChange={() => actions.set({ sortes: toggled(state.sortes, kind) })}
          />
        ))}
      </fieldset>
    </>
  );
}

/** What narrows what is shown. The count at each value says what choosing it would leave, given the other choices. */
export function Filters({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const language = useLanguage();
  const among = explore.view?.walkedActorIds;
  const query = useQuery(ExploreFacetsDocument, {
    variables: { filter: toFilter(explore.state), among: among && among.length > 0 ? among : null, language },
  });
  const count = chosenFilters(explore.state);
  return (
    <div className={styles.filters}>
      {count > 0 && (
        <Button small onClick={explore.actions.clearFilters}>
          {t('clearSome', { count })}
        </Button>
      )}
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.directory?.facets}
        skeleton={{ shape: 'rows', count: 8 }}
      >
        {(facets) => <ActorFacets explore={explore} facets={facets} />}
      </QueryView>
      {explore.state.vue !== 'table' && <NetworkChoices explore={explore} />}
    </div>
  );
}
