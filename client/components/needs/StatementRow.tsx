import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PublishedNeedPartsFragment } from '../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../i18n/useLanguage';
import { PhaseMark } from '../display/PhaseMark';
import { Row } from '../display/Rows';
import { SourceLink } from '../display/SourceLink';
import styles from './StatementRow.module.css';

/** Since when something is published, and until when it holds. */
export function useValidity(): (stated: {
  year?: number | null;
  publishedOn?: string | null;
  expiresOn?: string | null;
}) => string {
  const { t } = useTranslation('needs');
  const { date } = useFormats();
  return ({ year, publishedOn, expiresOn }) => {
    const since = publishedOn
      ? t('sinceDay', { date: date(publishedOn) })
      : year
        ? t('sinceYear', { date: date(String(year)) })
        : t('undated');
    return [since, expiresOn ? t('until', { date: date(expiresOn) }) : null].filter(Boolean).join(' · ');
  };
}

/** Properties of {@link StatementRow}. */
export interface StatementRowProps {
  /** What is said, in French. */
  text: string;
  /** Who says it. */
  who?: ReactNode;
  /** Since when and until when. */
  when: string;
  competences: PublishedNeedPartsFragment['competences'];
  themes: PublishedNeedPartsFragment['themes'];
  source: PublishedNeedPartsFragment['source'];
  /** Address of the canvas opened on it. */
  canvas: string;
  end?: ReactNode;
  /** What it is matched with. */
  children?: ReactNode;
}

/** A need or an offer in a list: what is said, by whom, since when, what it is about, its source. */
export function StatementRow(props: StatementRowProps) {
  const { text, who, when, competences, themes, source, canvas, end, children } = props;
  const { t } = useTranslation('needs');
  const local = useLocalText();
  return (
    <Row
      title={<span lang="fr">{text}</span>}
      detail={
        <>
          {who}
          {who && ' · '}
          {when}
        </>
      }
      end={end}
    >
      <div className={styles.about}>
        {competences?.map(({ id, phase, labelFr, labelEn }) => (
          <Link key={id} to={`/competences/${encodeURIComponent(id)}`}>
            <PhaseMark phase={phase} label={local(labelFr, labelEn)} />
          </Link>
        ))}
        {themes?.map(({ id, labelFr, labelEn }) => (
          <Link key={id} to={`/themes/${encodeURIComponent(id)}`}>
            {local(labelFr, labelEn)}
          </Link>
        ))}
        {source && <SourceLink source={source} compact />}
        <Link to={canvas}>
          {t('seeOnCanvas')}
          <span className="visually-hidden">{` ${text}`}</span>
        </Link>
      </div>
      {children}
    </Row>
  );
}
