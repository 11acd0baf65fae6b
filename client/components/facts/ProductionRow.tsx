import { Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { useVocabulary } from '../../i18n/useVocabulary';
import { Row } from '../display/Rows';

/** Properties of {@link ProductionRow}. */
export interface ProductionRowProps {
  production: { id: string; title: string; type: string; year?: number | null };
  /** What stands after the type. */
  detail?: ReactNode;
  /** At the end of the line; the year unless told. */
  end?: ReactNode;
}

/** A production in a list: its form, its title, its year, and where it leads. */
export function ProductionRow({ production, detail, end }: ProductionRowProps) {
  const type = useVocabulary('productionType').label(production.type);
  return (
    <Row
      mark={<Package size={18} aria-hidden />}
      title={production.title}
      to={`/productions/${encodeURIComponent(production.id)}`}
      detail={
        detail == null ? (
          type
        ) : (
          <>
            {type} · {detail}
          </>
        )
      }
      end={end ?? (production.year == null ? undefined : String(production.year))}
    />
  );
}
