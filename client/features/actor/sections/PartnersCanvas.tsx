import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { canvasKey } from '../../../components/facts/canvasPath';
import { QueryView } from '../../../components/states/QueryView';
import { ActorCanvasDocument } from '../../../graphql/generated/graphql';
import { useLanguage } from '../../../i18n/useLanguage';
import { GraphCanvas } from '../../../views/graph/GraphCanvas';
import { toCanvasGraph } from '../../../views/graph/toCanvasGraph';
import type { Actor } from '../Page';

/** Partners drawn at most; the whole is one click away. */
const MOST = 24;
const none: readonly string[] = [];
const nothingPinned = {};

/** The nearest partners of an actor, drawn; pressing one opens its page. */
export function PartnersCanvas({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const navigate = useNavigate();
  const language = useLanguage();
  const key = canvasKey('actor', actor.id);
  const request = useMemo(
    () => ({ start: [key], steps: [{ key, relation: 'TIE' as const, most: MOST }] }),
    [key],
  );
  const query = useQuery(ActorCanvasDocument, { variables: { request, language } });
  const view = query.data?.canvas;
  const graph = useMemo(() => view && toCanvasGraph(view, [key], ({ key: group }) => group), [view, key]);
  return (
    <QueryView query={query} data={graph} skeleton={{ shape: 'pane' }}>
      {(shown) => (
        <GraphCanvas
          plain
          label={t('canvasLabel', { name: actor.name, count: shown.items.length - 1 })}
          graph={shown}
          sizing="ties"
          colouring="phase"
          arrangement="forces"
          chosen={none}
          pinned={nothingPinned}
          focus={null}
          events={{
            onChoose: (chosen) => {
              if (chosen && chosen !== key) void navigate(`/acteurs/${encodeURIComponent(chosen.slice(2))}`);
            },
          }}
        />
      )}
    </QueryView>
  );
}
