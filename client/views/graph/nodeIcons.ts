import { Megaphone, type LucideIcon } from 'lucide-react';
import { kindIcons } from '../../components/search/SearchHits';
import type { NodeKind } from './canvasTypes';

/** The icon of each kind of node; communities show their count. */
export const nodeIcons: Record<Exclude<NodeKind, 'GROUP'>, LucideIcon> = { ...kindIcons, NEED: Megaphone };
