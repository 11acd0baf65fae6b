import { Monitor, Moon, Settings2, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageChoice, languages } from '../../i18n/language';
import { useStoredChoice } from '../../lib/storedChoice';
import { themeChoice, themes, type Theme } from '../../lib/theme';
import { useMediaQuery } from '../../lib/useMediaQuery';
import { IconButton } from '../controls/IconButton';
import { Segmented } from '../controls/Segmented';
import { Popover } from '../overlays/Popover';
import styles from './Preferences.module.css';

const languageLabels = { fr: 'FR', en: 'EN' } as const;

const themeIcons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

function LanguageSwitch() {
  const { t } = useTranslation('frame');
  const segments = languages.map((value) => ({ value, label: languageLabels[value] }));
  return (
    <Segmented
      label={t('language')}
      segments={segments}
      value={useStoredChoice(languageChoice)}
      onChange={languageChoice.set}
    />
  );
}

function ThemeSwitch() {
  const { t } = useTranslation('frame');
  const segments = themes.map((value) => {
    const Icon = themeIcons[value];
    return { value, label: t(`theme.${value}`), icon: <Icon size={16} aria-hidden /> };
  });
  return (
    <Segmented
      label={t('theme.label')}
      segments={segments}
      value={useStoredChoice(themeChoice)}
      onChange={themeChoice.set}
    />
  );
}

/** Language and theme: side by side on a wide screen, behind one button on a narrow one. Kept in the browser. */
export function Preferences() {
  const { t } = useTranslation('frame');
  const roomy = useMediaQuery('(min-width: 768px)');
  const theme = useStoredChoice(themeChoice);
  const Icon = roomy ? themeIcons[theme] : Settings2;
  const label = roomy ? t('theme.label') : t('preferences');
  return (
    <div className={styles.preferences}>
      {roomy && <LanguageSwitch />}
      <Popover
        label={label}
        align="end"
        trigger={(trigger) => <IconButton {...trigger} label={label} icon={<Icon size={20} aria-hidden />} />}
      >
        {() => (
          <div className={styles.panel}>
            {!roomy && (
              <div className={styles.line}>
                <span aria-hidden>{t('language')}</span>
                <LanguageSwitch />
              </div>
            )}
            <div className={styles.line}>
              <span aria-hidden>{t('theme.label')}</span>
              <ThemeSwitch />
            </div>
          </div>
        )}
      </Popover>
    </div>
  );
}
