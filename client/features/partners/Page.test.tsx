import { ApolloLink, Observable } from '@apollo/client';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findAxeViolations, renderPage } from '../../tests/support/renderPage';
import PartnersPage from './Page';

const source = {
  __typename: 'Source',
  id: 's',
  title: 'Rapport',
  publisher: 'Nous',
  url: null,
  date: '2024',
};
const citation = (from: string, to: string, evidence: string | null = null) => ({
  __typename: 'Citation',
  type: 'HAS_COMPETENCE',
  from,
  to,
  evidence,
  kind: null,
  level: 3,
  certainty: 'DOCUMENTED',
  source,
});
const actor = (id: string, name: string) => ({
  __typename: 'Structure',
  id,
  kind: 'STRUCTURE',
  name,
  acronym: null,
  family: 'MUSEUM',
  locatedInConnection: {
    __typename: 'ActorLocatedInConnection',
    edges: [
      {
        __typename: 'ActorLocatedInRelationship',
        node: {
          __typename: 'Commune',
          id: 'commune-02408',
          name: 'Laon',
          location: { __typename: 'Point', longitude: 3.62, latitude: 49.56 },
        },
      },
    ],
  },
});
const row = (id: string, name: string, competenceId: string, score: number) => ({
  __typename: 'PartnerScore',
  actorId: id,
  rank: 1,
  score,
  possible: score + 0.1,
  distanceKm: 12.4,
  actor: actor(id, name),
  parts: [
    { __typename: 'PartnerPartScore', part: 'COVER', asked: true, weight: 0.8, value: 0.5, points: 0.4 },
    { __typename: 'PartnerPartScore', part: 'THEME', asked: true, weight: 0.2, value: null, points: 0 },
  ],
  reasons: [
    {
      __typename: 'PartnerReason',
      part: 'COVER',
      kind: 'COVERS_NEED',
      subjectId: competenceId,
      loss: 0.4,
      citations: [citation(id, competenceId, 'A monté dix expositions')],
    },
  ],
  brings: [
    {
      __typename: 'PhaseContribution',
      phase: 'FABRICATION',
      needs: [
        {
          __typename: 'CoveredNeed',
          competenceId,
          value: 1,
          factor: 1,
          certainty: 'DOCUMENTED',
          citation: citation(id, competenceId),
        },
      ],
    },
  ],
  partnership: [],
  introducer: null,
});
const rows = [row('a', 'Musée A', 'design', 0.4), row('b', 'Musée B', 'film', 0.3)];
const brief = {
  __typename: 'ResolvedBrief',
  memberIds: [],
  needsFrom: 'BRIEF',
  themesFrom: 'NONE',
  themeIds: [],
  placeFrom: 'NONE',
  needs: ['design', 'film'].map((competenceId) => ({
    __typename: 'ResolvedNeed',
    competenceId,
    phase: 'FABRICATION',
    weight: 1,
    usual: null,
  })),
  held: [],
};
const leftOut = {
  __typename: 'PartnersLeftOut',
  member: 0,
  excluded: 0,
  outside: 0,
  family: 0,
  territory: 0,
  novelty: 0,
  distance: 3,
  unknownPlace: 0,
};
const competence = (id: string, labelFr: string) => ({
  __typename: 'Competence',
  id,
  phase: 'FABRICATION',
  labelFr,
  labelEn: labelFr,
  broader: [],
});

/** What the API answers, by operation; `asked` remembers what was asked. */
const answers: Record<string, (variables: Record<string, unknown>) => Record<string, unknown>> = {
  PartnerChoices: () => ({
    themes: [],
    competences: [competence('design', 'Scénographie'), competence('film', 'Tournage')],
    departments: [{ __typename: 'Department', id: 'departement-02', name: 'Aisne' }],
  }),
  PartnersFor: () => ({
    partnersFor: {
      __typename: 'PartnerRanking',
      total: 2,
      unknownTotal: 7,
      unknownIds: ['u'],
      leftOut,
      brief,
      ranked: rows,
    },
  }),
  PartnersCompared: ({ actorIds }) => ({
    comparePartners: rows.filter(({ actorId }) => (actorIds as string[]).includes(actorId)),
  }),
  PartnerNames: ({ actorIds }) => ({
    actorsByIds: rows.filter((one) => (actorIds as string[]).includes(one.actorId)).map((one) => one.actor),
    productionsByIds: [],
    territoriesByIds: [],
  }),
  BriefRead: () => ({
    readBrief: {
      __typename: 'BriefReading',
      chips: [
        {
          __typename: 'BriefChip',
          kind: 'PRODUCTION_TYPE',
          id: 'EXHIBITION',
          label: 'Exposition',
          text: 'expo',
          alternatives: [],
        },
      ],
      unread: [
        {
          __typename: 'UnreadWord',
          text: 'trucmuche',
          suggestions: [{ __typename: 'BriefMeaning', kind: 'COMPETENCE', id: 'film', label: 'Tournage' }],
        },
      ],
    },
  }),
  PartnerSuggestions: () => ({
    suggestNeeds: {
      __typename: 'NeedSuggestion',
      basis: 'TYPE',
      productions: 10,
      needs: [
        {
          __typename: 'UsualNeed',
          competenceId: 'film',
          phase: 'FABRICATION',
          required: 0,
          practised: 4,
          of: 10,
          share: 0.4,
          productionIds: [],
        },
      ],
    },
  }),
  PublishedNeeds: () => ({
    publishedNeeds: [
      {
        __typename: 'PublishedNeed',
        needId: 'n',
        statementFr: 'Un lieu pour exposer.',
        year: 2024,
        publishedOn: null,
        expiresOn: null,
        group: 'ALL',
        matchCount: 3,
        competenceIds: ['design'],
        themeIds: [],
        actor: null,
        source,
      },
    ],
  }),
};

function open(at: string) {
  const asked: { name: string; variables: Record<string, unknown> }[] = [];
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        const name = operationName ?? '';
        asked.push({ name, variables });
        observer.next({ data: answers[name]!(variables) });
        observer.complete();
      }),
  );
  return { ...renderPage(<PartnersPage />, { at, link }), asked };
}

const briefed = '/partenaires?competences=design,film';

beforeAll(() => {
  Object.defineProperty(window, 'matchMedia', {
    value: (query: string) => ({
      matches: true,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
});

test('candidates say what they bring and why; what is not known is counted apart', async () => {
  const { container } = open(briefed);
  const list = await screen.findByRole('list', { name: /Partenaires possibles/ });
  const [first] = within(list).getAllByRole('listitem');
  expect(within(first!).getByRole('link', { name: 'Musée A' })).toHaveAttribute('href', '/acteurs/a');
  expect(first).toHaveTextContent('Laon, à 12');
  expect((await within(first!).findAllByText(/Sait faire.*Scénographie/))[0]).toHaveTextContent(
    'Scénographie.A monté dix expositions',
  );
  expect(first).toHaveTextContent('Couvre 1 de vos 2 besoins');
  expect(screen.getByText(/7 acteurs ne sont pas classés/)).toBeInTheDocument();
  expect(screen.getByText(/3 trop loin/)).toBeInTheDocument();
  expect(await findAxeViolations(container)).toEqual([]);
});

test('the score opens into its parts and reasons, an unknown part said so', async () => {
  open(briefed);
  const list = await screen.findByRole('list', { name: /Partenaires possibles/ });
  const bars = within(list).getAllByRole('list', { name: /Parts du score/, hidden: true })[0]!;
  expect(bars).toHaveTextContent('Ce qui manque40 sur 80');
  expect(bars).toHaveTextContent('Thèmeson ne sait pas');
  const reasons = within(list).getAllByRole('list', { name: 'Raisons', hidden: true })[0]!;
  expect(reasons).toHaveTextContent('40 points');
  expect(within(reasons).getByRole('link', { name: /Rapport/, hidden: true })).toHaveAttribute(
    'href',
    '/sources/s',
  );
});

test('the team is kept in the address, and what it lacks is named', async () => {
  const { router } = open(briefed);
  await userEvent.click(await screen.findByRole('button', { name: 'Équipe Musée A' }));
  expect(new URLSearchParams(router.state.location.search).get('equipe')).toBe('a');
  const tray = screen.getByRole('complementary', { name: 'Votre équipe' });
  expect(await within(tray).findByText('1 besoin sur 2 est couvert')).toBeInTheDocument();
  expect(within(tray).getByText('il manque encore').closest('li')).toHaveTextContent('Tournage');
  await userEvent.click(within(tray).getByRole('button', { name: 'Retirer Musée A de l’équipe' }));
  expect(new URLSearchParams(router.state.location.search).get('equipe')).toBeNull();
});

test('who is left out is asked no more, and can come back', async () => {
  const { router, asked } = open(briefed);
  await userEvent.click(await screen.findByRole('button', { name: 'Écarter Musée B' }));
  const last = asked.filter(({ name }) => name === 'PartnersFor').at(-1);
  expect(last?.variables['filters']).toMatchObject({ excludedIds: ['b'] });
  await userEvent.click(await screen.findByRole('button', { name: /(Retirer|Enlever).*Musée B/ }));
  expect(new URLSearchParams(router.state.location.search).get('sans')).toBeNull();
});

test('two candidates stand side by side', async () => {
  const { container } = open(`${briefed}&comparer=a,b`);
  const table = await screen.findByRole('table', { name: '' });
  expect(within(table).getByRole('row', { name: /Scénographie/ })).toHaveTextContent(/oui.*rien de connu/);
  expect(await findAxeViolations(container)).toEqual([]);
});

test('a sentence becomes a brief; a word not recognised is only suggested', async () => {
  const { router } = open('/partenaires');
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Votre projet en une phrase' }),
    'expo trucmuche',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Lire ma phrase' }));
  await screen.findByText('forme : Exposition');
  const params = () => new URLSearchParams(router.state.location.search);
  expect([params().get('type'), params().get('competences')]).toEqual(['EXHIBITION', null]);
  await userEvent.click(screen.getByRole('button', { name: /^Tournage/ }));
  expect(params().get('competences')).toBe('film');
});

test('what such productions require is suggested with its evidence, and kept on demand', async () => {
  const { router } = open('/partenaires?type=EXHIBITION');
  const usual = await screen.findByRole('list', { name: /demandent d’habitude/ });
  expect(usual).toHaveTextContent('4 productions sur 10');
  await userEvent.click(within(usual).getByRole('button', { name: /Retenir/ }));
  expect(new URLSearchParams(router.state.location.search).get('competences')).toBe('film');
});

test('with no project yet, published needs are shown', async () => {
  const { container } = open('/partenaires');
  const needs = await screen.findByRole('list', { name: /Besoins publiés/ });
  expect(needs).toHaveTextContent('Un lieu pour exposer.');
  expect(needs).toHaveTextContent('3 acteurs peuvent y répondre');
  expect(within(needs).getByRole('link', { name: /Partir de ce besoin/ })).toHaveAttribute(
    'href',
    '/partenaires?besoin=n',
  );
  expect(await findAxeViolations(container)).toEqual([]);
});
