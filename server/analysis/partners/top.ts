/**
 * The first `count` of a list by score, highest first, equal scores by id; a bounded heap, so linear in the list for a short answer.
 *
 * @param scores - by member of the list; none is `NaN`
 * @param ids - by member of the list
 */
export function topOf(
  list: Iterable<number>,
  count: number,
  scores: ArrayLike<number>,
  ids: readonly string[],
): number[] {
  const isBefore = (x: number, y: number) =>
    scores[x]! > scores[y]! || (scores[x] === scores[y] && ids[x]! < ids[y]!);
  // The heap keeps the worst of the kept at its root.
  const heap: number[] = [];
  for (const item of list) {
    if (heap.length < count) {
      heap.push(item);
      siftUp(heap, isBefore);
    } else if (count > 0 && isBefore(item, heap[0]!)) {
      heap[0] = item;
      siftDown(heap, isBefore);
    }
  }
  return heap.sort((x, y) => (isBefore(x, y) ? -1 : 1));
}

type Before = (x: number, y: number) => boolean;

function siftUp(heap: number[], isBefore: Before): void {
  let k = heap.length - 1;
  while (k > 0) {
    const parent = (k - 1) >>> 1;
    if (!isBefore(heap[parent]!, heap[k]!)) return;
    [heap[parent], heap[k]] = [heap[k]!, heap[parent]!];
    k = parent;
  }
}

function siftDown(heap: number[], isBefore: Before): void {
  let k = 0;
  for (;;) {
    let worst = k;
    for (const child of [2 * k + 1, 2 * k + 2])
      if (child < heap.length && isBefore(heap[worst]!, heap[child]!)) worst = child;
    if (worst === k) return;
    [heap[worst], heap[k]] = [heap[k]!, heap[worst]!];
    k = worst;
  }
}
