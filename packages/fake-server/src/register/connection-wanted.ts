/** What a call of `connect` asks for. */
export interface ConnectionWanted<Options> {
  readonly options: Options;
  readonly callback: (() => void) | undefined;
}

/** Reads the arguments of `connect`, which takes them in many orders: a port and a host, options, or both; and a list of these two from within Node. */
export function connectionWanted<Options extends object>(
  given: readonly unknown[],
): ConnectionWanted<Options> {
  const [first] = given;
  if (Array.isArray(first)) return connectionWanted(first);
  const options = given.find((one) => typeof one === "object" && one !== null) ?? {};
  const callback = given.find((one) => typeof one === "function") as (() => void) | undefined;
  const isPort = typeof first === "number" || (typeof first === "string" && /^\d+$/.test(first));
  const host = typeof given[1] === "string" ? { host: given[1] } : {};
  return { options: { ...(isPort && { port: Number(first), ...host }), ...options } as Options, callback };
}
