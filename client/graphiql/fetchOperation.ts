/** What GraphiQL asks to run. */
interface Operation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null;
}

/**
 * Runs an operation on the API of this site.
 *
 * @returns the answer, errors included, as the API gives it.
 * @throws Error when the answer is not JSON, as when the server is away.
 */
export async function fetchOperation({ query, variables, operationName }: Operation): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return (await response.json()) as object;
}
