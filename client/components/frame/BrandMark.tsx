import styles from './BrandMark.module.css';

/** The mark of Maillage: the three phases, tied. Decorative; name it where it stands alone. */
export function BrandMark({ size = 34 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path d="M8 8 24 12 14 25Z" />
      <circle cx="8" cy="8" r="5.5" />
      <rect x="19" y="7" width="10" height="10" rx="1" />
      <polygon points="14,18 20.5,29 7.5,29" />
    </svg>
  );
}
