/** The three phases of a production; every competence has exactly one. */
export type Phase = 'VALIDATION' | 'FABRICATION' | 'DIFFUSION';

/** In the order of a production: is it right, make it, bring it. */
export const phases = ['VALIDATION', 'FABRICATION', 'DIFFUSION'] as const satisfies readonly Phase[];

/** What a phase is drawn with, everywhere: a colour token and a shape that says the same without colour. */
export interface PhaseLook {
  /** Name of the colour token: `validation`, with `-line`, `-text` and `-wash` beside it. */
  token: string;
  shape: 'circle' | 'square' | 'triangle';
}

/** The look of each phase. */
export const phaseLooks: Record<Phase, PhaseLook> = {
  VALIDATION: { token: 'validation', shape: 'circle' },
  FABRICATION: { token: 'fabrication', shape: 'square' },
  DIFFUSION: { token: 'diffusion', shape: 'triangle' },
};

/** Narrows a text from the API or the address to a phase. */
export function isPhase(text: string): text is Phase {
  return phases.some((phase) => phase === text);
}
