import '@testing-library/jest-dom';
import { act, configure } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withManyForms } from '../../i18n/i18n';
import { languageChoice } from '../../i18n/language';
import { readCatalogues } from './catalogues';

// What is waited for comes at once, unless the machine is busy.
configure({ asyncUtilTimeout: 10_000 });

// What jsdom lacks and the client uses.
Object.assign(globalThis, { TextEncoder, TextDecoder });
/** As much of a request as the router looks at. */
class RouterRequest {
  readonly method: string;
  readonly signal: AbortSignal | undefined;
  constructor(
    readonly url: string,
    init: { method?: string; signal?: AbortSignal } = {},
  ) {
    this.method = init.method ?? 'GET';
    this.signal = init.signal;
  }
}
(globalThis as { Request?: unknown }).Request ??= RouterRequest;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.matchMedia ??= (query) =>
  ({
    media: query,
    matches: query === '(min-width: 1024px)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;
Element.prototype.scrollIntoView ??= () => undefined;
window.scrollTo = () => undefined;

const resources = (language: 'fr' | 'en') =>
  Object.fromEntries(
    Object.entries(readCatalogues(language)).map(([name, catalogue]) => [name, withManyForms(catalogue)]),
  );

void i18next.use(initReactI18next).init({
  lng: 'fr',
  fallbackLng: false,
  defaultNS: 'frame',
  resources: { fr: resources('fr'), en: resources('en') },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  showSupportNotice: false,
});
languageChoice.subscribe(() => void i18next.changeLanguage(languageChoice.get()));

afterEach(async () => {
  localStorage.clear();
  if (i18next.language !== 'fr') await act(() => i18next.changeLanguage('fr'));
});
