import { useQuery } from '@apollo/client/react';
import { ProductionProvenanceDocument, type ProvenPartsFragment } from '../../graphql/generated/graphql';

/** Who says each value of a production; empty until it is known. */
export function useProductionProvenance(id: string): readonly ProvenPartsFragment[] {
  const { data } = useQuery(ProductionProvenanceDocument, { variables: { id } });
  return data?.productionProvenance ?? [];
}
