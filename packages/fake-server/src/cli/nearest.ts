/** With more slips than one in so many signs, it is another word. */
const SIGNS_A_SLIP = 4;

/** The word that somebody may have meant: one that begins so, or else the one with the fewest slips between. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const [closest] = words
    .map((word) => ({ word, slips: word.startsWith(given) ? 0 : slipsBetween(given, word) }))
    .sort((one, other) => one.slips - other.slips);
  if (closest === undefined || closest.slips > Math.floor(given.length / SIGNS_A_SLIP)) return undefined;
  return closest.word;
}

/** How many signs have to be put in, left out or changed, or change places with the next one (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const turn = isTurned ? (before[j - 2] as number) + 1 : change;
      next.push(Math.min(change, turn, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    [before, row] = [row, next];
  }
  return row[other.length] as number;
}
