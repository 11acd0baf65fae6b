import type { ApolloServerPlugin } from '@apollo/server';
import type { Projections } from './analysis/projections';

/** Plugin by which whoever writes reads what was written in the very next answer. */
export function freshAfterWrites(projections: Projections): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ operation }) => {
        if (operation?.operation === 'mutation') projections.doubt();
      },
    }),
  };
}
