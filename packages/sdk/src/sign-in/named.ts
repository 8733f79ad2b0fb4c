/** Whether a list has an id or a name. Both mean the same in upper and lower case. */
export function has(list: readonly string[], value: string): boolean {
  return list.some((one) => one.toLowerCase() === value.toLowerCase());
}
