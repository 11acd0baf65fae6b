/** The three phases of a production, in order: is it right, make it, bring it. */
export const phases = ['VALIDATION', 'FABRICATION', 'DIFFUSION'] as const;
export type Phase = (typeof phases)[number];
