import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { BriefPartsFragment, PartnerRowFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { isPhase } from '../../../lib/phases';
import { PhaseMark } from '../../../components/display/PhaseMark';
import type { PartnersState } from '../partnersState';
import type { NeedCover } from '../trayCover';
import { useBriefWords } from '../useBriefWords';
import { useWording } from '../wording';
import { useStanding } from './CandidateRow';
import { FirstReason } from './ReasonSentence';
import styles from './Sheet.module.css';

/** Properties of {@link Sheet}. */
export interface SheetProps {
  state: PartnersState;
  brief: BriefPartsFragment;
  cover: readonly NeedCover[];
  /** The team being built. */
  team: readonly PartnerRowFragment[];
  /** Candidates, best first. */
  candidates: readonly PartnerRowFragment[];
}

/** Candidates named for what is still lacking, so that the whole holds on one page. */
const MOST_CANDIDATES = 5;
const MOST_TEAM = 8;

/** The project on one page of paper: its sentence, who covers what, whom to call next. Shown in print only. */
export function Sheet({ state, brief, cover, team, candidates }: SheetProps) {
  const { t } = useTranslation('partners');
  const formats = useFormats();
  const lacking = new Set(cover.filter(({ by }) => by.length === 0).map(({ competenceId }) => competenceId));
  const next = candidates
    .filter(({ actorId }) => !state.equipe.includes(actorId))
    .filter((row) => lacking.size === 0 || bringsOne(row, lacking))
    .slice(0, MOST_CANDIDATES);
  return (
    <article className={styles.sheet} aria-hidden>
      <p className={styles.sentence}>
        <PlainSentence state={state} />
      </p>
      <h2>{t('sheet.needs')}</h2>
      <CoverTable cover={cover} brief={brief} />
      {team.length > 0 && (
        <>
          <h2>{t('sheet.team')}</h2>
          <Actors rows={team.slice(0, MOST_TEAM)} />
        </>
      )}
      {next.length > 0 && lacking.size > 0 && (
        <>
          <h2>{t(team.length > 0 ? 'sheet.next' : 'sheet.candidates')}</h2>
          <Actors rows={next} />
        </>
      )}
      <p className={styles.foot}>
        {t('sheet.foot', { date: formats.date(new Date().toISOString().slice(0, 10)) })}
        <span className={styles.address}>{window.location.href}</span>
      </p>
    </article>
  );
}

function bringsOne(row: PartnerRowFragment, lacking: ReadonlySet<string>): boolean {
  return row.brings.some(({ needs }) => needs.some(({ competenceId }) => lacking.has(competenceId)));
}

/** A word of the sentence, and the sign that follows it. */
function Said({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <>
      <em>{text}</em>
      {children}
    </>
  );
}

function PlainSentence({ state }: { state: PartnersState }) {
  const { t } = useTranslation('partners');
  const words = useBriefWords(state);
  const { actor } = useWording();
  const said = (text: string | null, none: string) => <Said text={text ?? none} />;
  return (
    <>
      <Trans
        t={t}
        i18nKey="brief.sentence"
        components={{
          type: said(words.type, t('brief.anyType')),
          themes: said(words.themes, t('brief.anyTheme')),
          audiences: said(words.audiences, t('brief.anyAudience')),
          places: said(words.places, t('brief.anyPlace')),
          needs: said(words.needs, t('brief.anyNeed')),
        }}
      />
      {'. '}
      {state.acteur && t('sheet.asker', { name: actor(state.acteur) })}{' '}
      {words.members && t('sheet.members', { names: words.members })}
    </>
  );
}

function CoverTable({ cover, brief }: Pick<SheetProps, 'cover' | 'brief'>) {
  const { t } = useTranslation('partners');
  const { list } = useFormats();
  const { competence, actor } = useWording();
  const names = (ids: readonly string[]) => list(ids.map(actor), 'and');
  return (
    <table className={styles.cover}>
      <tbody>
        {cover.map(({ competenceId, phase, by, partly }) => (
          <tr key={competenceId}>
            <th scope="row">
              {isPhase(phase) && <PhaseMark phase={phase} label={competence(competenceId)} />}
            </th>
            <td>
              {by.length > 0
                ? names(by)
                : partly.length > 0
                  ? t('tray.partly', { names: names(partly) })
                  : t('sheet.lacking')}
            </td>
          </tr>
        ))}
        {brief.held.map(({ competenceId, citation }) => (
          <tr key={competenceId}>
            <th scope="row">{competence(competenceId)}</th>
            <td>{actor(citation.from)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Actors({ rows }: { rows: readonly PartnerRowFragment[] }) {
  const { list } = useFormats();
  const { competence } = useWording();
  const standing = useStanding();
  return (
    <ul className={styles.actors}>
      {rows.map((row) => (
        <li key={row.actorId}>
          <strong>{row.actor?.name ?? row.actorId}</strong>
          <span className={styles.standing}>{standing(row)}</span>
          <span className={styles.brings}>
            {list(
              row.brings.flatMap(({ needs }) => needs.map(({ competenceId }) => competence(competenceId))),
              'and',
            )}
          </span>
          <span className={styles.why}>
            <FirstReason row={row} />
          </span>
        </li>
      ))}
    </ul>
  );
}
