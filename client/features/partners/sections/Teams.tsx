import { useQuery } from '@apollo/client/react';
import { EyeOff, Pin } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { Disclosure } from '../../../components/display/Disclosure';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { Row, Rows } from '../../../components/display/Rows';
import { Section } from '../../../components/frame/Page';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import { PartnerTeamsDocument, type PartnerTeamsQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { toBriefInput, toFiltersInput, toggled, type StateProps } from '../partnersState';
import { useWording } from '../wording';
import { usePlace } from './CandidateRow';
import styles from './Teams.module.css';

type Search = NonNullable<PartnerTeamsQuery['teamsFor']>;
type Team = Search['teams'][number];
type Member = Team['members'][number];

/** The smallest teams that cover every need, those of the tray always in them. */
export function Teams({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  const query = useQuery(PartnerTeamsDocument, {
    variables: {
      brief: toBriefInput(state),
      filters: { ...toFiltersInput(state), outside: false },
      lockedIds: state.equipe,
    },
  });
  const data = (query.data ?? query.previousData)?.teamsFor;
  return (
    <QueryView query={query} data={data} skeleton={{ shape: 'rows', count: 6 }}>
      {(search) =>
        search.teams.length === 0 ? (
          <EmptyState title={t('teams.nothing')}>{t('teams.nothingHint')}</EmptyState>
        ) : (
          <Found search={search} state={state} setState={setState} />
        )
      }
    </QueryView>
  );
}

function Found({ search, state, setState }: StateProps & { search: Search }) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const { size, bound, proven } = search;
  const values = { count: size, size: number(size), bound: number(bound) };
  return (
    <Section title={t(proven ? 'teams.proven' : 'teams.bounded', values)} lead={t('teams.lead')}>
      {search.teams.map((team, index) => (
        <TeamRows
          key={team.members.map(({ actorId }) => actorId).join()}
          team={team}
          rank={index + 1}
          state={state}
          setState={setState}
        />
      ))}
      <Uncovered search={search} />
      <Disclosure summary={t('teams.how')}>
        <p className={styles.how}>
          {t(`teams.method.${search.method}`, {
            count: search.candidates,
            candidates: number(search.candidates),
          })}{' '}
          {t(search.cheapestProven ? 'teams.cheapest' : 'teams.cheapestNot')}
        </p>
      </Disclosure>
    </Section>
  );
}

function TeamRows({ team, rank, state, setState }: StateProps & { team: Team; rank: number }) {
  const { t } = useTranslation('partners');
  const { number, distance } = useFormats();
  const ids = team.members.map(({ actorId }) => actorId);
  const met = team.pairs.filter(({ steps }) => steps === 1).length;
  const isTaken = ids.length === state.equipe.length && ids.every((id) => state.equipe.includes(id));
  const title = t('teams.team', { rank: number(rank) });
  return (
    <div className={styles.team}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <span className={styles.facts}>
          {team.pairs.length > 0 &&
            t('teams.pairs', {
              count: met,
              met: number(met),
              pairs: number(team.pairs.length),
              km: distance(Math.round(team.km)),
            })}
        </span>
        <Button
          small
          look={isTaken ? 'secondary' : 'primary'}
          disabled={isTaken}
          onClick={() => setState({ equipe: ids })}
        >
          {t(isTaken ? 'teams.taken' : 'teams.take')}
          <span className="visually-hidden">{` ${title}`}</span>
        </Button>
      </div>
      <Rows label={title}>
        {team.members.map((member) => (
          <MemberRow key={member.actorId} member={member} state={state} setState={setState} />
        ))}
      </Rows>
    </div>
  );
}

function MemberRow({ member, state, setState }: StateProps & { member: Member }) {
  const { t } = useTranslation('partners');
  const placeOf = usePlace();
  const { competence, phase } = useWording();
  const { actorId, actor, placeKm, covers } = member;
  const name = actor?.name ?? actorId;
  const isKept = state.equipe.includes(actorId);
  return (
    <Row
      mark={<FamilyIcon family={actor?.family ?? 'OTHER'} />}
      title={
        <Link className={styles.name} to={`/acteurs/${encodeURIComponent(actorId)}`}>
          {name}
        </Link>
      }
      detail={
        <>
          {placeOf(actor?.locatedInConnection.edges[0]?.node.name, placeKm)}
          <span className={styles.covers}>
            {covers.map(({ competenceId }) => {
              const own = phase(competenceId);
              return own && <PhaseMark key={competenceId} phase={own} label={competence(competenceId)} />;
            })}
          </span>
        </>
      }
      end={
        <>
          <IconButton
            label={t(isKept ? 'teams.release' : 'teams.keep', { name })}
            pressed={isKept}
            icon={<Pin size={18} aria-hidden />}
            onClick={() => setState({ equipe: toggled(state.equipe, actorId) })}
          />
          <IconButton
            label={t('teams.leaveOut', { name })}
            icon={<EyeOff size={18} aria-hidden />}
            onClick={() =>
              setState({
                sans: [...state.sans, actorId],
                equipe: state.equipe.filter((id) => id !== actorId),
              })
            }
          />
        </>
      }
    />
  );
}

function Uncovered({ search }: { search: Search }) {
  const { t } = useTranslation('partners');
  const { competence } = useWording();
  if (search.uncovered.length === 0) return null;
  return (
    <div className={styles.uncovered}>
      <h3>{t('teams.uncovered', { count: search.uncovered.length })}</h3>
      <ul>
        {search.uncovered.map(({ competenceId, elsewhere, broader }) => (
          <li key={competenceId}>
            <strong>{competence(competenceId)}</strong>{' '}
            {elsewhere.length === 0 && broader.length === 0 && t('teams.nobody')}
            {elsewhere.slice(0, 5).map(({ actorId, actor, why }) => (
              <span key={actorId} className={styles.elsewhere}>
                <Trans
                  t={t}
                  i18nKey={`teams.why.${why}`}
                  values={{ name: actor?.name ?? actorId }}
                  components={{ who: <Link to={`/acteurs/${encodeURIComponent(actorId)}`} /> }}
                />
              </span>
            ))}
            {elsewhere.length === 0 &&
              broader.slice(0, 5).map(({ actorId, actor }) => (
                <span key={actorId} className={styles.elsewhere}>
                  <Trans
                    t={t}
                    i18nKey="teams.why.BROADER"
                    values={{ name: actor?.name ?? actorId }}
                    components={{ who: <Link to={`/acteurs/${encodeURIComponent(actorId)}`} /> }}
                  />
                </span>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
