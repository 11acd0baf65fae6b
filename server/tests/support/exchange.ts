import type { TestAnswer, TestApi } from './testApi';

/** Token that may write in tests. */
export const writeToken = 'a-token-for-tests-only';

/** What `importJob` tells in tests. */
export interface JobView {
  id: string;
  state: string;
  digest: string;
  messageFr: string | null;
  counts: Record<'created' | 'updated' | 'unchanged' | 'removed' | 'rejected', number> | null;
  absent: number | null;
  tables: {
    name: string;
    sheet: string | null;
    columns: { header: string; column: string | null; how: string }[];
  }[];
}

const jobFields = `id state digest messageFr absent counts { created updated unchanged removed rejected }
  tables { name sheet columns { header column how } }`;

/** Asks one operation as who may write. */
export async function askAsWriter<T>(
  api: TestApi,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Pick<TestAnswer<T>, 'status' | 'data' | 'errors'>> {
  const response = await fetch(`${api.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${writeToken}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: T; errors?: TestAnswer<T>['errors'] };
  return { status: response.status, data: body.data, errors: body.errors ?? [] };
}

/** Sends a file and waits until it was checked, or refused. */
export async function sendFile(
  api: TestApi,
  name: string,
  bytes: Uint8Array | string,
  sheet?: string,
): Promise<JobView> {
  const query = new URLSearchParams({ name, ...(sheet === undefined ? {} : { sheet }) });
  const response = await fetch(`${api.origin}/import?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${writeToken}` },
    body: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
  });
  const { id } = (await response.json()) as { id: string };
  return waitFor(api, id);
}

/** Waits until an import is neither waiting nor under way. */
export async function waitFor(api: TestApi, id: string): Promise<JobView> {
  for (;;) {
    const { data, errors } = await askAsWriter<{ importJob: JobView }>(
      api,
      `query Job($id: ID!) { importJob(id: $id) { ${jobFields} } }`,
      { id },
    );
    const job = data?.importJob;
    if (job == null) throw new Error(JSON.stringify(errors));
    if (!['QUEUED', 'READING', 'COMPARING', 'WRITING'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Applies an import and waits until it was written, or refused. */
export async function applyJob(
  api: TestApi,
  { id, digest }: JobView,
  skipRejected = false,
): Promise<JobView> {
  await askAsWriter(
    api,
    'mutation Apply($id: ID!, $digest: String!, $skip: Boolean!) { applyImport(id: $id, digest: $digest, skipRejected: $skip, by: "test") { id } }',
    { id, digest, skip: skipRejected },
  );
  return waitFor(api, id);
}
