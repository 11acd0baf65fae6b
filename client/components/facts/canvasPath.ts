const letters = {
  actor: 'a',
  production: 'p',
  competence: 'c',
  theme: 't',
  territory: 'l',
  need: 'n',
  source: 's',
} as const;

/** What one may open on the canvas. */
export type CanvasSubject = keyof typeof letters;

const firstSteps: Record<CanvasSubject, readonly string[]> = {
  actor: ['TIE'],
  production: ['CONTRIBUTION'],
  competence: ['COMPETENCE'],
  theme: ['THEME'],
  territory: ['PLACE', 'WITHIN'],
  need: ['NEED', 'SEEKING'],
  source: ['SOURCE'],
};

/** The key of a thing on the canvas: `a~ineris`. */
export function canvasKey(subject: CanvasSubject, id: string): string {
  return `${letters[subject]}~${id}`;
}

/** The address of the canvas opened on some things of one kind, each with its first neighbours. */
export function canvasPath(subject: CanvasSubject, ...ids: readonly string[]): string {
  const keys = ids.map((id) => canvasKey(subject, id));
  const steps =
    ids.length > 5 ? [] : keys.flatMap((key) => firstSteps[subject].map((step) => `${key}.${step}`));
  const query = new URLSearchParams({ depart: keys.join(',') });
  if (steps.length > 0) query.set('pas', steps.join(','));
  return `/explorer?${query}`;
}
