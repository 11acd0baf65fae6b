import { performance } from 'node:perf_hooks';
import { normaliseName } from '../../server/analysis/absent/normaliseName';
import { createRandom, drawIndex } from '../../server/analysis/random';
import { findDuplicates, type DuplicateActor } from '../../server/analysis/trust/duplicates';

/**
 * As many invented actors as asked for, with the words of real names: each takes a record of `model`, puts a word of another name, as common as
 * there, for each of its distinctive words, and goes to a commune of `communes`, with an acronym and a site of its own where the record has one.
 *
 * @param communes - names by INSEE code
 */
function inventActors(
  count: number,
  model: readonly DuplicateActor[],
  communes: ReadonlyMap<string, string>,
): DuplicateActor[] {
  const random = createRandom(1);
  const codes = [...communes.keys()];
  const words = model.flatMap(({ name, communeName }) => normaliseName(name, communeName).distinctive);
  return Array.from({ length: count }, (_, index) => {
    const { name, communeName, ...record } = model[drawIndex(random, model.length)]!;
    const { outsideTown, distinctive } = normaliseName(name, communeName);
    const commune = codes[drawIndex(random, codes.length)]!;
    const written = outsideTown.map((word) =>
      distinctive.includes(word) ? words[drawIndex(random, words.length)]! : word,
    );
    return {
      ...record,
      id: `invented ${index}`,
      name: written.join(' '),
      acronym: record.acronym === null ? null : written.map((word) => word[0]).join(''),
      website: record.website === null ? null : `https://place-${index}.example`,
      commune,
      communeName: communes.get(commune)!,
      parent: null,
    };
  });
}

/** Prints how long the search takes on 20,000 invented actors: median of three, in milliseconds. */
export function timeDuplicates(
  model: readonly DuplicateActor[],
  communes: ReadonlyMap<string, string>,
): void {
  const actors = inventActors(20_000, model, communes);
  const taken = [0, 1, 2].map(() => {
    const start = performance.now();
    const found = findDuplicates(actors).length;
    return { found, milliseconds: performance.now() - start };
  });
  const [, median] = taken.sort((a, b) => a.milliseconds - b.milliseconds);
  console.log(
    `${actors.length} invented actors: ${median!.found} pairs in ${median!.milliseconds.toFixed(0)} ms`,
  );
}
