import { Database, Handshake, House, Map, Search, Waypoints, type LucideIcon } from 'lucide-react';

/** One of the six places of the application. */
export interface Place {
  to: string;
  /** Key of its name in the `frame` catalogue. */
  name: 'home' | 'explore' | 'partners' | 'synergies' | 'coverage' | 'facts';
  icon: LucideIcon;
}

/** The six places, in the order of the rail. */
export const places: readonly Place[] = [
  { to: '/', name: 'home', icon: House },
  { to: '/explorer', name: 'explore', icon: Search },
  { to: '/partenaires', name: 'partners', icon: Handshake },
  { to: '/synergies', name: 'synergies', icon: Waypoints },
  { to: '/couverture', name: 'coverage', icon: Map },
  { to: '/donnees', name: 'facts', icon: Database },
];
