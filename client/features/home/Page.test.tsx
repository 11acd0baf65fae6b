import { screen } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import {
  HomeNeedDocument,
  HomeSummaryDocument,
  HomeUnreachedDocument,
  HomeUntiedDocument,
} from '../../graphql/generated/graphql';
import { findAxeViolations, renderPage } from '../../tests/support/renderPage';
import HomePage from './Page';

const graphSummary = {
  __typename: 'GraphSummary' as const,
  structures: 225,
  labs: 72,
  people: 0,
  competences: 69,
  productions: 137,
  partnerships: 314,
  needs: 35,
  sources: 253,
  communes: 3782,
  actorsToDeclare: 56,
  actorsWithoutCommune: 52,
  communesOfUnknownPopulation: 0,
  lastImportAt: '2026-11-24T10:00:00Z',
  latestSources: [
    {
      __typename: 'Source' as const,
      id: 's1',
      title: 'Un registre',
      publisher: 'Un ministère',
      url: 'https://example.org/r',
      date: '2025-07-30',
      retrieved: '2026-11-24',
    },
  ],
};
const unit = (territoryId: string, name: string, people: number, peopleWithNothing: number) => ({
  __typename: 'CoverageUnit' as const,
  territoryId,
  name,
  people,
  peopleWithNothing,
});
const variables = { input: { audience: 'UNDER_25' as const, minutes: 15 } };
const mocks = [
  {
    request: { query: HomeSummaryDocument },
    result: {
      data: { graphSummary, regions: [{ __typename: 'Region' as const, id: 'r', name: 'Hauts-de-France' }] },
    },
  },
  {
    request: { query: HomeNeedDocument },
    result: {
      data: { needs: [{ __typename: 'Need' as const, id: 'n', statementFr: 'Faire circuler.', year: 2026 }] },
    },
  },
  {
    request: { query: HomeUntiedDocument },
    result: { data: { untiedLabs: { __typename: 'LabsConnection' as const, totalCount: 70 } } },
  },
];
const unreached = {
  request: { query: HomeUnreachedDocument, variables },
  result: {
    data: {
      coverage: {
        __typename: 'Coverage' as const,
        regionPeople: 90000,
        regionPeopleWithNothing: 3600.4,
        units: [unit('a', 'Grande Ville', 80000, 2000), unit('b', 'Petit Pays', 2000, 1600.4)],
      },
    },
  },
};
const text = (pattern: RegExp) => screen.findByText((content) => pattern.test(content.replace(/\s/g, ' ')));

test('each question carries a sentence of the graph, what is unknown is an invitation, axe finds nothing', async () => {
  const { container } = renderPage(<HomePage />, { mocks: [...mocks, unreached] });
  expect(await text(/Hauts-de-France : 297 acteurs et 137 productions, lus dans 253 sources/)).toBeVisible();
  expect(await text(/35 besoins attendent une réponse.*« Faire circuler\. » \(2026\)/)).toBeVisible();
  expect(await text(/70 laboratoires sur 72 n’ont aucun lien connu/)).toBeVisible();
  expect(await text(/3 600 jeunes .* moins de 15 min .* 1 600 sur 2 000 .* Petit Pays/)).toBeVisible();
  expect(
    screen.getByRole('link', { name: '56 acteurs n’ont pas encore de compétence déclarée' }),
  ).toBeVisible();
  expect(screen.queryByText(/population connue/)).toBeNull();
  expect(screen.getByRole('link', { name: 'Un registre' })).toHaveAttribute('href', '/sources/s1');
  expect(await findAxeViolations(container)).toEqual([]);
});

test('a measure that fails leaves the other sentences and the way to its page', async () => {
  const broken = {
    request: { query: HomeUnreachedDocument, variables },
    result: { data: { coverage: null }, errors: [new GraphQLError('x', { extensions: { code: 'X' } })] },
  };
  renderPage(<HomePage />, { mocks: [...mocks, broken] });
  expect(await text(/70 laboratoires/)).toBeVisible();
  expect(await text(/L’accès de chaque commune/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Où n’y a-t-il rien ?' })).toHaveAttribute('href', '/couverture');
});

test('where nobody’s age is known, nobody is said to be reached', async () => {
  const coverage = {
    ...unreached.result.data.coverage,
    regionPeople: 0,
    regionPeopleWithNothing: 0,
    units: [],
  };
  const unknown = { request: unreached.request, result: { data: { coverage } } };
  renderPage(<HomePage />, { mocks: [...mocks, unknown] });
  expect(await text(/L’accès de chaque commune/)).toBeVisible();
  expect(screen.queryByText(/Tous les jeunes/)).toBeNull();
});

test('the API away is said once, with a way to try again', async () => {
  const error = new TypeError('Failed to fetch');
  const away = [HomeSummaryDocument, HomeNeedDocument, HomeUntiedDocument].map((query) => ({
    request: { query },
    error,
  }));
  renderPage(<HomePage />, {
    mocks: [...away, { request: { query: HomeUnreachedDocument, variables }, error }],
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('Pas de connexion');
  expect(screen.getAllByRole('button', { name: 'Réessayer' })).toHaveLength(1);
});
