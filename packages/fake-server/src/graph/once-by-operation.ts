/**
 * Works something out once for each method of each route. Two words as they are find it sooner than one that would have to
 * be put together of them for every request.
 */
export function onceByOperation<T>(
  work: (method: string, route: string) => T,
): (method: string, route: string) => T {
  const known = new Map<string, Map<string, T>>();
  return (method, route) => {
    const byMethod = known.get(route) ?? new Map<string, T>();
    known.set(route, byMethod);
    const found = byMethod.get(method) ?? work(method, route);
    byMethod.set(method, found);
    return found;
  };
}
