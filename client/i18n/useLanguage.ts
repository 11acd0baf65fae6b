import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormats, type Formats, type Language } from '../lib/formats';
import { toLanguage } from './i18n';

/** The language that shows. */
export function useLanguage(): Language {
  return toLanguage(useTranslation('components').i18n.language);
}

/** Writes numbers, distances, dates and lists in the language that shows; what is unknown reads “inconnu”. */
export function useFormats(): Formats {
  const { t, i18n } = useTranslation('components');
  const language = toLanguage(i18n.language);
  const unknown = t('unknown');
  return useMemo(() => createFormats(language, unknown), [language, unknown]);
}

/**
 * Chooses between the two languages of a text that the graph holds in both (`labelFr`, `labelEn`).
 * A text missing in the language that shows is given in the other rather than not at all; missing in both: `''`.
 */
export function useLocalText(): (fr: string | null | undefined, en: string | null | undefined) => string {
  const language = useLanguage();
  return useMemo(() => (fr, en) => (language === 'fr' ? fr || en : en || fr) ?? '', [language]);
}
