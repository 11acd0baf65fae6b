import { createContext, useContext } from 'react';
import type { Phase } from '../../lib/phases';

/** Names, in the language that shows, of what the page speaks of. A name not read yet is `…`. */
export interface Wording {
  competence(id: string): string;
  phase(competenceId: string): Phase | undefined;
  theme(id: string): string;
  actor(id: string): string;
  family(actorId: string): string | undefined;
  production(id: string): string;
  territory(id: string): string;
}

const none = () => '…';

/** The names of the page, for whatever stands in it. */
export const WordingContext = createContext<Wording>({
  competence: none,
  phase: () => undefined,
  theme: none,
  actor: none,
  family: () => undefined,
  production: none,
  territory: none,
});

/** The names of the page. */
export function useWording(): Wording {
  return useContext(WordingContext);
}
