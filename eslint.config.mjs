import { createRequire } from 'node:module';
import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import a11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { GraphQLSchema, printSchema, specifiedDirectives } from 'graphql';
import tseslint from 'typescript-eslint';

const TYPED = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.{ts,tsx}', '**/tests/**'];

/** A folder of files under 300 lines and functions under 40 can be read; one without cannot. */
const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};

/** The directives and scalars of @neo4j/graphql, which its SDL uses and does not declare; the package keeps them inside. */
const neo4jDirectives = Object.values(
  createRequire(import.meta.url)('./node_modules/@neo4j/graphql/dist/graphql/directives/index.js'),
).filter((directive) => typeof directive.name === 'string' && Array.isArray(directive.locations));
const neo4jSdl = `${printSchema(
  new GraphQLSchema({ directives: [...specifiedDirectives, ...neo4jDirectives] }),
)}
scalar Date scalar DateTime scalar LocalDateTime scalar Time scalar Duration scalar BigInt
type Point { latitude: Float! longitude: Float! }`;

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.cache/',
      '.maillage/',
      'client/dist/',
      'client/graphql/generated/',
      'schema/schema.graphql',
      'seeds/',
    ],
  },
  {
    files: TYPED,
    extends: [js.configs.recommended, ...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...size,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only server/config.ts reads the environment.' },
      ],
    },
  },
  {
    // The environment is read once, where the configuration is made and handed over.
    files: ['server/main.ts', 'server/config.ts', 'scripts/**', 'client/vite.config.ts', ...TESTS],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['server/analysis/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', 'performance', 'fetch', 'process', 'setTimeout'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is an argument.',
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is a seeded argument.' },
      ],
    },
  },
  {
    files: ['client/**/*.tsx', 'client/**/*.ts'],
    extends: [a11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // It speaks of a compiler that is not used here.
      'react-hooks/incompatible-library': 'off',
      // A list driven by its text field takes the keyboard there; axe and the journeys by keyboard see to the rest.
      'jsx-a11y/click-events-have-key-events': 'off',
      // What scrolls must be reachable by the keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel', 'group'], tags: [] }],
      // A component is mostly its markup, which is read at a glance.
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' },
    },
    rules: size,
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  {
    // Every type, field, argument and enum value of what is stored is described, for it is what people read in GraphiQL.
    files: ['schema/graph/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: ['schema/graph/*.graphql', neo4jSdl] } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        { types: true, FieldDefinition: true, EnumValueDefinition: true, InputValueDefinition: true },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
        },
      ],
    },
  },
  {
    files: ['client/**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: { schema: 'schema/schema.graphql', documents: 'client/**/*.graphql' },
      },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/require-selections': 'off',
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 10 }],
      '@graphql-eslint/no-deprecated': 'error',
      '@graphql-eslint/naming-convention': [
        'error',
        {
          VariableDefinition: 'camelCase',
          OperationDefinition: 'PascalCase',
          FragmentDefinition: 'PascalCase',
        },
      ],
    },
  },
);
