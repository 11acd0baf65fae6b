import sentences from './startupSentences.json';

/** Language of the sentences printed in the terminal. */
export type Language = 'fr' | 'en';

/** Why the application cannot start; each has a sentence in both languages that says what to do. */
export type FailureCode = keyof typeof sentences.failures;

/** A step of the start; it is named on the terminal when it lasts. */
export type Step = keyof typeof sentences.steps;

/** Values put into the braces of a sentence. */
export type SentenceValues = Readonly<Record<string, string | number>>;

/** Called when a step begins. */
export type OnProgress = (step: Step) => void;

/**
 * The application cannot start, for a reason that a person can act upon.
 * `message` is the English sentence; `sentence(language)` the one to show.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(
    readonly code: FailureCode,
    readonly values: SentenceValues = {},
    options?: ErrorOptions,
  ) {
    super(fill(sentences.failures[code].en, values), options);
  }

  /** The one sentence to print. */
  sentence(language: Language): string {
    return fill(sentences.failures[this.code][language], this.values);
  }
}

/** Text of a step in one language, braces filled with `values`. */
export function stepSentence(step: Step, language: Language, values: SentenceValues = {}): string {
  return fill(sentences.steps[step][language], values);
}

/**
 * French if the first of LC_ALL, LC_MESSAGES and LANG that is set begins with `fr`, English otherwise.
 */
export function readLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';
}

/** Steps shorter than this are not worth a line, in milliseconds. */
const QUIET = 2000;

/**
 * Prints one line for each step that lasts over two seconds.
 * `begin` ends the step before it; `end` must be called when the last one is over.
 */
export function createProgress(
  language: Language,
  print: (line: string) => void,
): { begin: OnProgress; end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const end = () => clearTimeout(timer);
  return {
    begin(step) {
      end();
      timer = setTimeout(() => print(stepSentence(step, language)), QUIET);
      timer.unref();
    },
    end,
  };
}

function fill(template: string, values: SentenceValues): string {
  return template.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}
