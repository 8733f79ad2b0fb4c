/**
 * What a change leaves of an object: parts that are objects themselves are changed in the same way, everything else is
 * replaced, lists and nulls too. What is not named stays.
 */
export function merged<T extends object>(current: T, changes: object): T {
  const now = { ...current } as Record<string, unknown>;
  for (const [name, value] of Object.entries(changes)) {
    const before = now[name];
    now[name] = isPart(before) && isPart(value) ? merged(before, value) : value;
  }
  return now as T;
}

function isPart(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
