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

/** The address of the canvas opened on an offer: who offers, beside the competences and the themes that are offered. */
export function offerCanvasPath(offer: {
  actor?: { id: string } | null;
  competences?: readonly { id: string }[] | null;
  themes?: readonly { id: string }[] | null;
}): string {
  const keys = [
    ...(offer.actor ? [canvasKey('actor', offer.actor.id)] : []),
    ...(offer.competences ?? []).map(({ id }) => canvasKey('competence', id)),
    ...(offer.themes ?? []).map(({ id }) => canvasKey('theme', id)),
  ];
  return `/explorer?${new URLSearchParams({ depart: keys.join(',') })}`;
}
