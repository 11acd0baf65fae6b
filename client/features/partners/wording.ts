import { createContext, useContext } from 'react';
import type { Phase } from '../../lib/phases';

/** Where an actor stands: at the town hall of its commune. */
export interface Place {
  commune: string;
  longitude: number;
  latitude: number;
}

/** Names, in the language that shows, of what the page speaks of. A name not read yet is `…`. */
export interface Wording {
  competence(id: string): string;
  phase(competenceId: string): Phase | undefined;
  theme(id: string): string;
  actor(id: string): string;
  family(actorId: string): string | undefined;
  /** Undefined where the place is unknown, or not read yet. */
  place(actorId: string): Place | undefined;
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
  place: () => undefined,
  production: none,
  territory: none,
});

/** The names of the page. */
export function useWording(): Wording {
  return useContext(WordingContext);
}
