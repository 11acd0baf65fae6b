/** Joins class names, leaving out what is false, null or undefined. Nothing to join: `undefined`, so no empty attribute. */
export function joinClasses(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
