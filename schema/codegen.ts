import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the client's queries: one `.graphql` document beside the component that shows it. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['client/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'client/graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        scalars: {
          BigInt: 'string',
          Date: 'string',
          DateTime: 'string',
          ID: { input: 'string', output: 'string' },
        },
      },
    },
  },
};

export default config;
