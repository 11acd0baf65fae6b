import i18next, { type BackendModule, type i18n, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../lib/formats';
import { languageChoice, languages } from './language';

/** One catalogue: keys, possibly nested, to sentences. */
export type Catalogue = { [key: string]: string | Catalogue };

/**
 * French has a third plural form, for whole millions (“1 000 000 d’habitants”). Where a catalogue does not write it,
 * the ordinary plural stands in, so that no sentence is missing at a round number.
 */
export function withManyForms(catalogue: Catalogue): Catalogue {
  const complete: Catalogue = {};
  for (const [key, value] of Object.entries(catalogue)) {
    complete[key] = typeof value === 'string' ? value : withManyForms(value);
    const many = key.replace(/_other$/, '_many');
    if (many !== key && catalogue[many] === undefined) complete[many] = value;
  }
  return complete;
}

/**
 * French typography keeps a space before `; : ? ! »` and after `«`, and no line may break there: the plain spaces of
 * the catalogues become no-break ones, narrow before `; ? !`.
 */
export function withFrenchSpaces(catalogue: Catalogue): Catalogue {
  const space = (text: string) =>
    text
      .replace(/ (?=[;?!])/g, '\u202f')
      .replace(/ (?=[:»])/g, '\u00a0')
      .replace(/« /g, '«\u00a0');
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === 'string' ? space(value) : withFrenchSpaces(value),
    ]),
  );
}

const catalogues: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    import(`./locales/${language}/${namespace}.json`).then(
      (module: { default: Catalogue }) => {
        const complete = withManyForms(module.default);
        done(null, (language === 'fr' ? withFrenchSpaces(complete) : complete) as ResourceLanguage);
      },
      (error: Error) => done(error, null),
    );
  },
};

function showLanguage(instance: i18n): void {
  document.documentElement.lang = instance.language;
}

/**
 * Starts the translations: the chosen language, its catalogues fetched when a page first needs them
 * (`useTranslation('<namespace>')` waits in the nearest Suspense). Resolves when the frame can be drawn.
 */
export async function startI18n(): Promise<void> {
  await i18next
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: languageChoice.get(),
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['frame', 'components'],
      defaultNS: 'frame',
      interpolation: { escapeValue: false },
      returnEmptyString: false,
      showSupportNotice: false,
    });
  showLanguage(i18next);
  i18next.on('languageChanged', () => showLanguage(i18next));
  languageChoice.subscribe(() => void i18next.changeLanguage(languageChoice.get()));
}

/** The language of the moment as one of ours. */
export function toLanguage(tag: string | undefined): Language {
  return tag?.startsWith('en') ? 'en' : 'fr';
}
