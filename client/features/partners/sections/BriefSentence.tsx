import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { MultiCombobox } from '../../../components/controls/MultiCombobox';
import { Select } from '../../../components/controls/Select';
import { PhaseShape } from '../../../components/display/PhaseMark';
import { SentenceControl } from '../../../components/overlays/SentenceControl';
import type { PartnerChoicesQuery } from '../../../graphql/generated/graphql';
import { useLocalText } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { isPhase } from '../../../lib/phases';
import type { StateProps } from '../partnersState';
import { useBriefWords } from '../useBriefWords';
import { useWording } from '../wording';
import styles from './BriefSentence.module.css';
import { NamePicker } from './NamePicker';

/** Properties of {@link BriefSentence}. */
export interface BriefSentenceProps extends StateProps {
  choices: PartnerChoicesQuery | undefined;
}

/** A control of the sentence; its children are the sign that follows it, kept on its line. */
type ControlProps = BriefSentenceProps & { children?: ReactNode };

/** Names of one kind in the sentence. */
const MOST_NAMES = 3;

/** The project as one sentence, of which every italic word opens its control. */
export function BriefSentence(props: BriefSentenceProps) {
  const { t } = useTranslation('partners');
  return (
    <div className={styles.sentence} role="group" aria-label={t('brief.label')}>
      <p>
        <Trans
          t={t}
          i18nKey="brief.sentence"
          components={{
            type: <TypeControl {...props} />,
            themes: <ThemesControl {...props} />,
            audiences: <AudiencesControl {...props} />,
            places: <PlacesControl {...props} />,
            needs: <NeedsControl {...props} />,
          }}
        />
      </p>
      <p>
        <Trans
          t={t}
          i18nKey="brief.who"
          components={{ asker: <AskerControl {...props} />, members: <MembersControl {...props} /> }}
        />
      </p>
    </div>
  );
}

function TypeControl({ state, setState, children }: ControlProps) {
  const { t } = useTranslation('partners');
  const words = useBriefWords(state, MOST_NAMES);
  const types = useVocabulary('productionType').words;
  return (
    <Glued sign={children}>
      <SentenceControl label={t('brief.type')} text={words.type ?? t('brief.anyType')} empty={!words.type}>
        {(close) => (
          <Select
            label={t('brief.type')}
            value={state.type ?? ''}
            options={[
              { value: '', label: t('brief.unsaid') },
              ...types.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(type) => {
              setState({ type: type || null });
              close();
            }}
          />
        )}
      </SentenceControl>
    </Glued>
  );
}

function Glued({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.glued}>
      {children}
      {sign}
    </span>
  );
}

function Wide({ children }: { children: ReactNode }) {
  return <div className={styles.control}>{children}</div>;
}

function ThemesControl({ state, setState, choices, children }: ControlProps) {
  const { t } = useTranslation('partners');
  const local = useLocalText();
  const { themes } = useBriefWords(state, MOST_NAMES);
  const options = (choices?.themes ?? []).map(({ id, labelFr, labelEn, broader: [group] }) => ({
    value: id,
    label: local(labelFr, labelEn),
    ...(group ? { group: local(group.labelFr, group.labelEn) } : {}),
  }));
  return (
    <Glued sign={children}>
      <SentenceControl label={t('brief.themes')} text={themes ?? t('brief.anyTheme')} empty={!themes}>
        {() => (
          <Wide>
            <MultiCombobox
              label={t('brief.themes')}
              placeholder={t('brief.themesExample')}
              options={grouped(options)}
              values={state.themes}
              onChange={(values) => setState({ themes: values })}
            />
          </Wide>
        )}
      </SentenceControl>
    </Glued>
  );
}

/** Options of one group must follow each other; those of none come first. */
function grouped<T extends { group?: string; label: string }>(options: T[]): T[] {
  return [...options].sort(
    (a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.label.localeCompare(b.label),
  );
}

function AudiencesControl({ state, setState, children }: ControlProps) {
  const { t } = useTranslation('partners');
  const { audiences } = useBriefWords(state, MOST_NAMES);
  const words = useVocabulary('audience').words;
  return (
    <Glued sign={children}>
      <SentenceControl
        label={t('brief.audiences')}
        text={audiences ?? t('brief.anyAudience')}
        empty={!audiences}
      >
        {() => (
          <Wide>
            <MultiCombobox
              label={t('brief.audiences')}
              placeholder={t('brief.audiencesExample')}
              options={words.map(({ id, label }) => ({ value: id, label }))}
              values={state.publics}
              onChange={(publics) => setState({ publics })}
            />
          </Wide>
        )}
      </SentenceControl>
    </Glued>
  );
}

function PlacesControl({ state, setState, choices, children }: ControlProps) {
  const { t } = useTranslation('partners');
  const { places } = useBriefWords(state, MOST_NAMES);
  const { territory } = useWording();
  return (
    <Glued sign={children}>
      <SentenceControl label={t('brief.places')} text={places ?? t('brief.anyPlace')} empty={!places}>
        {() => (
          <NamePicker
            kind="TERRITORY"
            label={t('brief.places')}
            values={state.lieux}
            nameOf={territory}
            usual={choices?.departments}
            onChange={(lieux) => setState({ lieux })}
          />
        )}
      </SentenceControl>
    </Glued>
  );
}

function NeedsControl({ state, setState, choices, children }: ControlProps) {
  const { t } = useTranslation('partners');
  const local = useLocalText();
  const phase = useVocabulary('phase');
  const { needs } = useBriefWords(state, MOST_NAMES);
  const options = (choices?.competences ?? []).map((competence) => ({
    value: competence.id,
    label: local(competence.labelFr, competence.labelEn),
    group: phase.label(competence.phase),
    mark: isPhase(competence.phase) ? <PhaseShape phase={competence.phase} /> : undefined,
  }));
  const order = phase.words.map(({ label }) => label);
  options.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || a.label.localeCompare(b.label));
  return (
    <Glued sign={children}>
      <SentenceControl label={t('brief.needs')} text={needs ?? t('brief.anyNeed')} empty={!needs}>
        {() => (
          <Wide>
            <MultiCombobox
              label={t('brief.needs')}
              placeholder={t('brief.needsExample')}
              options={options}
              values={state.competences}
              onChange={(competences) => setState({ competences })}
            />
          </Wide>
        )}
      </SentenceControl>
    </Glued>
  );
}

function AskerControl({ state, setState, children }: ControlProps) {
  const { t } = useTranslation('partners');
  const { actor } = useWording();
  return (
    <Glued sign={children}>
      <SentenceControl
        label={t('brief.asker')}
        text={state.acteur ? actor(state.acteur) : t('brief.noAsker')}
        empty={!state.acteur}
      >
        {() => (
          <NamePicker
            kind="ACTOR"
            label={t('brief.asker')}
            hint={t('brief.askerHint')}
            values={state.acteur ? [state.acteur] : []}
            nameOf={actor}
            onChange={(ids) => setState({ acteur: ids.at(-1) ?? null })}
          />
        )}
      </SentenceControl>
    </Glued>
  );
}

function MembersControl({ state, setState, children }: ControlProps) {
  const { t } = useTranslation('partners');
  const { members } = useBriefWords(state, MOST_NAMES);
  const { actor } = useWording();
  return (
    <Glued sign={children}>
      <SentenceControl label={t('brief.members')} text={members ?? t('brief.noMember')} empty={!members}>
        {() => (
          <NamePicker
            kind="ACTOR"
            label={t('brief.members')}
            hint={t('brief.membersHint')}
            values={state.avec}
            nameOf={actor}
            onChange={(avec) => setState({ avec })}
          />
        )}
      </SentenceControl>
    </Glued>
  );
}
