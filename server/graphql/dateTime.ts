import { scalars } from '@neo4j/graphql';
import { GraphQLScalarType } from 'graphql';

const { GraphQLDateTime } = scalars;

/**
 * The one `DateTime` of the API: an instant, ISO 8601 in UTC. It is that of what is stored, which also takes a
 * JavaScript `Date`, as computed answers give it.
 */
export const dateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: 'An instant, ISO 8601 in UTC: 2026-11-24T13:00:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : GraphQLDateTime.serialize(value)),
});
