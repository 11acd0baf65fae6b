import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Row, Rows } from '../../../components/display/Rows';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import { PartnerTownsDocument, type PartnerRowFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { chooseTowns } from '../../../views/map/chooseTowns';
import type { ContourLevel } from '../../../views/map/contours';
import type { MapMark } from '../../../views/map/groupMarks';
import { TerritoryMap, type MapPoint } from '../../../views/map/TerritoryMap';
import { useContours } from '../../../views/map/useContours';
import { frameOf, isOverName, isWithin } from '../candidatePlaces';
import type { StateProps } from '../partnersState';
import { useCandidateMarks } from '../useCandidateMarks';
import { placeOf } from '../useNames';
import { Brings, Choices, useCoverSentence, useStanding } from './CandidateRow';
import styles from './CandidateMap.module.css';
import { FirstReason } from './ReasonSentence';

/** Properties of {@link CandidateMap}. */
export interface CandidateMapProps extends StateProps {
  rows: readonly PartnerRowFragment[];
  /** How many needs the brief has. */
  needs: number;
}

const nothingPainted = new Map<string, never>();
const levels: Record<string, ContourLevel> = { commune: 'COMMUNE', epci: 'EPCI' };

/** Candidates where they are, numbered by rank, beside the same list; choosing one on either side chooses it on both. */
export function CandidateMap(props: CandidateMapProps) {
  const { rows, state, setState } = props;
  const { t } = useTranslation('partners');
  const { contours, error, retry } = useContours();
  const marks = useCandidateMarks(rows, state);
  const towns = useTowns(marks);
  const frame = useMemo(
    () =>
      contours &&
      frameOf(
        rows.map(({ actor }) => placeOf(actor)),
        contours.bounds,
      ),
    [rows, contours],
  );
  const [place = null] = state.lieux;
  if (error) return <ErrorState error={error} onRetry={retry} />;
  return (
    <div className={styles.both}>
      <div className={styles.map}>
        {contours ? (
          <TerritoryMap
            label={t('map.label')}
            contours={contours}
            level={levels[place?.split('-')[0] ?? ''] ?? 'DEPARTMENT'}
            classes={nothingPainted}
            towns={towns}
            selected={place}
            marks={marks}
            chosenMark={state.choisi}
            onMark={(choisi) => setState({ choisi })}
            frame={frame}
          />
        ) : (
          <Skeleton shape="pane" />
        )}
      </div>
      <MapList {...props} />
      <div className={styles.legend}>
        <Legend state={state} />
        <Absent rows={rows} bounds={contours?.bounds} />
      </div>
    </div>
  );
}

/** Towns to name, but where a mark would lie over the name. */
function useTowns(marks: readonly MapMark[]): MapPoint[] {
  const { data } = useQuery(PartnerTownsDocument);
  return useMemo(
    () =>
      chooseTowns(data?.communes ?? [])
        .map(({ id, name, location }): MapPoint => ({ id, name, ...location! }))
        .filter((town) => !marks.some((mark) => isOverName(town, mark))),
    [data, marks],
  );
}

/** The same candidates in a list; the chosen one opens, and is brought into view. */
function MapList({ rows, needs, state, setState }: CandidateMapProps) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const standing = useStanding();
  const frame = useRef<HTMLDivElement>(null);
  const { choisi } = state;
  useEffect(() => {
    const [holder, row] = [frame.current, frame.current?.querySelector<HTMLElement>('li[aria-current]')];
    if (!choisi || !holder || !row) return;
    const isOut =
      row.offsetTop < holder.scrollTop ||
      row.offsetTop + row.offsetHeight > holder.scrollTop + holder.clientHeight;
    if (isOut) holder.scrollTo({ top: row.offsetTop });
  }, [choisi]);
  return (
    <div className={styles.list} ref={frame}>
      <Rows label={t('ranking.label')} ranked>
        {rows.map((row) => {
          const isChosen = row.actorId === choisi;
          return (
            <Row
              key={row.actorId}
              mark={
                <span
                  className={styles.rank}
                  data-look={state.equipe.includes(row.actorId) ? 'KEPT' : undefined}
                  aria-hidden
                >
                  {number(row.rank ?? 0)}
                </span>
              }
              title={row.actor?.name ?? row.actorId}
              onChoose={() => setState({ choisi: isChosen ? null : row.actorId })}
              selected={isChosen}
              detail={standing(row)}
            >
              {isChosen && <Chosen row={row} needs={needs} state={state} setState={setState} />}
            </Row>
          );
        })}
      </Rows>
    </div>
  );
}

function Chosen({ row, needs, ...props }: StateProps & { row: PartnerRowFragment; needs: number }) {
  const { t } = useTranslation('partners');
  const says = useCoverSentence();
  const covered = row.brings.reduce((sum, phase) => sum + phase.needs.length, 0);
  return (
    <div className={styles.chosen}>
      {needs > 0 && <p>{says(covered, needs)}</p>}
      <Brings row={row} />
      <p>
        <FirstReason row={row} />
      </p>
      <Choices row={row} {...props} />
      <p>
        <Link to={`/acteurs/${encodeURIComponent(row.actorId)}`}>{t('candidate.page')}</Link>
      </p>
    </div>
  );
}

function Legend({ state }: Pick<StateProps, 'state'>) {
  const { t } = useTranslation('partners');
  const looks = [
    ['LISTED', t('map.listed')],
    ...(state.equipe.length > 0 ? [['KEPT', t('map.inTeam')]] : []),
    ...(state.acteur || state.avec.length > 0 ? [['GIVEN', t('map.already')]] : []),
  ];
  return (
    <ul className={styles.looks}>
      {looks.map(([look, label]) => (
        <li key={look}>
          <span className={styles.rank} data-look={look} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Who is not on the map, and why; how exact places are. */
function Absent({
  rows,
  bounds,
}: {
  rows: readonly PartnerRowFragment[];
  bounds: [number, number, number, number] | undefined;
}) {
  const { t } = useTranslation('partners');
  const { list } = useFormats();
  const placed = rows.map(({ actor, actorId }) => ({ name: actor?.name ?? actorId, place: placeOf(actor) }));
  const unplaced = placed.filter(({ place }) => !place).map(({ name }) => name);
  const away = placed
    .filter(({ place }) => place && bounds && !isWithin(place, bounds))
    .map(({ name }) => name);
  return (
    <p className={styles.note}>
      {unplaced.length > 0 && (
        <span>{t('map.unplaced', { count: unplaced.length, names: list(unplaced, 'and') })} </span>
      )}
      {away.length > 0 && <span>{t('map.away', { count: away.length, names: list(away, 'and') })} </span>}
      {t('map.precision')}
    </p>
  );
}
