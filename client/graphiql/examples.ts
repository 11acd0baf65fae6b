const files = import.meta.glob<string>('./examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Text of the example operations, one a tab, in the order of their file names. */
export const examples: readonly string[] = Object.keys(files)
  .sort()
  .map((name) => files[name] ?? '');
