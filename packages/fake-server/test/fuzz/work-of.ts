/** What a request may cost at the most, in milliseconds of work: other processes on the machine make it no longer. */
export const MOST_WORK_MS = 5_000;

/** What something answers, and the work that this thread had with it, in milliseconds. */
export async function workOf<T>(doing: () => Promise<T>): Promise<readonly [T, ms: number]> {
  const before = used();
  const result = await doing();
  return [result, used() - before];
}

/** Older versions of Node measure the whole process alone. */
function used(): number {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage).call(process);
  return (user + system) / 1_000;
}
