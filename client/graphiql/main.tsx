import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';
import { fetchOperation } from './fetchOperation';
import 'graphiql/style.css';
import './graphiql.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <GraphiQL
      fetcher={fetchOperation}
      defaultTabs={examples.map((query) => ({ query }))}
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
    />
  </StrictMode>,
);
