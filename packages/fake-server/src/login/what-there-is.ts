/** So many are named: a world that somebody has furnished by hand seldom has more. */
const NAMED = 5;

/** What this fake has, in a few words, for whoever asks for what it has not. */
export function whatThereIs(all: readonly string[], kind: string): string {
  if (all.length === 0) return `no ${kind}`;
  const more = all.length > NAMED ? `, and ${all.length - NAMED} more` : "";
  return `${all.slice(0, NAMED).join(", ")}${more}`;
}
