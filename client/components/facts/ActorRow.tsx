import type { ReactNode } from 'react';
import { useVocabulary } from '../../i18n/useVocabulary';
import { FamilyIcon } from '../display/FamilyIcon';
import { Row } from '../display/Rows';

/** What a row needs of an actor. */
export interface ActorRowFacts {
  id: string;
  name: string;
  acronym?: string | null;
  family: string;
}

/** Properties of {@link ActorRow}. */
export interface ActorRowProps {
  actor: ActorRowFacts;
  /** What stands after the family: the place, the role. */
  detail?: ReactNode;
  end?: ReactNode;
  children?: ReactNode;
}

/** An actor in a list: family, name, one line, and where it leads. */
export function ActorRow({ actor, detail, end, children }: ActorRowProps) {
  const family = useVocabulary('actorFamily').label(actor.family);
  const title =
    actor.acronym && actor.acronym !== actor.name ? `${actor.name} (${actor.acronym})` : actor.name;
  return (
    <Row
      mark={<FamilyIcon family={actor.family} />}
      title={title}
      to={`/acteurs/${encodeURIComponent(actor.id)}`}
      detail={
        detail == null ? (
          family
        ) : (
          <>
            {family} · {detail}
          </>
        )
      }
      end={end}
    >
      {children}
    </Row>
  );
}
