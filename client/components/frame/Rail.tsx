import { Link, NavLink } from 'react-router';
import { useTranslation } from 'react-i18next';
import { BrandMark } from './BrandMark';
import { places } from './places';
import styles from './Rail.module.css';

/** The six places: a rail at the left of a wide screen, a bar at the bottom of a narrow one. */
export function Rail() {
  const { t } = useTranslation('frame');
  return (
    <nav className={styles.rail} aria-label={t('places')} data-print="hide">
      <Link to="/" className={styles.brand} aria-label={t('brand')}>
        <BrandMark />
      </Link>
      <ul className={styles.list}>
        {places.map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'} className={styles.place}>
              <Icon size={22} strokeWidth={1.75} aria-hidden />
              <span>{t(`place.${name}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
