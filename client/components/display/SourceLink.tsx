import { ExternalLink, FileText } from 'lucide-react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import styles from './SourceLink.module.css';

/** A source as the graph holds it; only what is known is given. */
export interface SourceFacts {
  id: string;
  title: string;
  publisher?: string | null;
  url?: string | null;
  date?: string | null;
}

/** Properties of {@link SourceLink}. */
export interface SourceLinkProps {
  source: SourceFacts;
  /** The icon and the date alone, for the end of a line; the title is said to screen readers. */
  compact?: boolean;
}

/** Who states it: leads to the page of the source, and out to the document itself where it has an address. */
export function SourceLink({ source, compact = false }: SourceLinkProps) {
  const { t } = useTranslation('components');
  const formats = useFormats();
  const date = source.date ? formats.date(source.date) : t('undated');
  const outside = source.url?.startsWith('http') ? source.url : null;
  return (
    <span className={styles.source}>
      <span className={styles.named}>
        <FileText size={14} aria-hidden />
        <Link to={`/sources/${encodeURIComponent(source.id)}`}>
          {compact ? (
            <>
              <span className="visually-hidden">{t('sourceOf', { title: source.title })}</span>
              {date}
            </>
          ) : (
            source.title
          )}
        </Link>
      </span>
      {!compact && (
        <span className={styles.facts}>
          {[source.publisher, date].filter(Boolean).join(', ')}
          {outside && <Outside address={outside} title={source.title} />}
        </span>
      )}
      {compact && outside && <Outside address={outside} title={source.title} />}
    </span>
  );
}

/** The way out to the document itself. */
function Outside({ address, title }: { address: string; title: string }) {
  const { t } = useTranslation('components');
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      className={styles.outside}
      aria-label={t('openSource', { title })}
    >
      <ExternalLink size={14} aria-hidden />
    </a>
  );
}
