import type { ApolloLink } from '@apollo/client';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { render, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createCache } from '../../graphql/apolloClient';

/** What a page is rendered with. */
export interface RenderPageOptions {
  /** Address it is opened at, with its query string; `/` unless told. */
  at?: string;
  /** Its route, when it has parameters, for instance `/acteurs/:id`; any address unless told. */
  path?: string;
  /** Answers of the API, in Apollo's form. */
  mocks?: readonly MockLink.MockedResponse[];
  /** Or a link of one's own in place of `mocks`. */
  link?: ApolloLink;
}

/**
 * Renders a page as the application does: router, Apollo (with the application's own cache rules), French.
 * The router is given back to look at the address (`router.state.location`).
 */
export function renderPage(
  page: ReactElement,
  options: RenderPageOptions = {},
): RenderResult & { router: ReturnType<typeof createMemoryRouter> } {
  const { at = '/', path = '*', mocks = [], link } = options;
  const router = createMemoryRouter(
    [
      { path, element: page },
      { path: '*', element: null },
    ],
    {
      initialEntries: [at],
    },
  );
  const view = render(
    <MockedProvider mocks={mocks} link={link} cache={createCache()}>
      <RouterProvider router={router} />
    </MockedProvider>,
  );
  return { ...view, router };
}

/**
 * What axe-core finds wrong, one line a finding; an empty list when nothing.
 * Colours are not judged here (jsdom does not draw): the end-to-end tests do.
 */
export async function findAxeViolations(container: Element): Promise<string[]> {
  const results = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} ${node.html}`),
  );
}
