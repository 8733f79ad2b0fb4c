/** A catalogue that nobody can change, nor anything in it: whoever imports it shares it with all that do. */
export function frozen<T extends object>(catalogue: T): T {
  const whole: object = catalogue;
  for (const part of Object.values<unknown>({ ...whole })) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(catalogue);
}
