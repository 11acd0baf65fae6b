import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Makes the client's types from `schema.graphql` and the `.graphql` documents beside its components:
 * `npx graphql-codegen --config schema/codegen.ts`. Without a document it still writes its folder.
 */
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
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { BigInt: 'string', Date: 'string', DateTime: 'string' },
      },
    },
  },
};

export default config;
