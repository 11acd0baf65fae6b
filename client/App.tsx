import { ApolloProvider } from '@apollo/client/react';
import { Suspense, useState } from 'react';
import { createBrowserRouter, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Frame } from './components/frame/Frame';
import { PageCrash } from './components/frame/PageCrash';
import { PageWaiting } from './components/frame/PageWaiting';
import { SearchProvider } from './components/search/searchTypes';
import { useGraphSearch } from './features/search/useGraphSearch';
import { createApolloClient } from './graphql/apolloClient';
import { embeds, pages, toRoutes } from './routes';

function createRouter() {
  return createBrowserRouter([
    {
      element: <Frame />,
      hydrateFallbackElement: (
        <Frame>
          <PageWaiting />
        </Frame>
      ),
      errorElement: (
        <Frame>
          <PageCrash />
        </Frame>
      ),
      children: [{ errorElement: <PageCrash />, children: toRoutes(pages) }],
    },
    {
      // Inside another site's page: the view alone, without the frame.
      element: (
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      ),
      hydrateFallbackElement: <PageWaiting />,
      errorElement: <PageCrash />,
      children: toRoutes(embeds),
    },
  ]);
}

/** The application: the API's client, the search, the router and the frame around every page. */
export function App() {
  const [client] = useState(createApolloClient);
  const [router] = useState(createRouter);
  return (
    <ApolloProvider client={client}>
      <SearchProvider value={useGraphSearch}>
        <RouterProvider router={router} />
      </SearchProvider>
    </ApolloProvider>
  );
}
