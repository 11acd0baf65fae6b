import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useDelayed } from '../../../lib/useDelayed';
import { useNeedSentence, useUnreachedSentence, useUntiedSentence, type LiveSentence } from './liveSentences';
import styles from './Entrances.module.css';

interface EntranceProps {
  to: string;
  question: string;
  sentence: LiveSentence;
  /** Said when the graph cannot say its sentence now. */
  plain: string;
  action: string;
}

function Sentence({ sentence, plain }: Pick<EntranceProps, 'sentence' | 'plain'>): ReactNode {
  const waiting = useDelayed(sentence.loading);
  const text = sentence.text ?? (sentence.loading ? null : plain);
  if (text) return <p className={styles.sentence}>{text}</p>;
  return <span className={styles.waiting} data-visible={waiting || undefined} aria-hidden />;
}

function Entrance({ to, question, sentence, plain, action }: EntranceProps) {
  return (
    <li className={styles.entrance}>
      <h2>
        <Link to={to} className={styles.question}>
          {question}
        </Link>
      </h2>
      <div className={styles.live}>
        <Sentence sentence={sentence} plain={plain} />
        <span className={styles.action} aria-hidden>
          {action}
          <ArrowRight size={16} />
        </span>
      </div>
    </li>
  );
}

/** The three questions, each an entrance with one sentence that the graph says now. */
export function Entrances() {
  const { t } = useTranslation('home');
  return (
    <ul className={styles.entrances} aria-label={t('questions')}>
      <Entrance
        to="/partenaires"
        question={t('whom.question')}
        sentence={useNeedSentence()}
        plain={t('whom.plain')}
        action={t('whom.action')}
      />
      <Entrance
        to="/synergies"
        question={t('ties.question')}
        sentence={useUntiedSentence()}
        plain={t('ties.plain')}
        action={t('ties.action')}
      />
      <Entrance
        to="/couverture"
        question={t('nowhere.question')}
        sentence={useUnreachedSentence()}
        plain={t('nowhere.plain')}
        action={t('nowhere.action')}
      />
    </ul>
  );
}
