/** True, false, or what would have to be known to tell. */
export type Known = boolean | readonly string[];

/** True where all are; false where one is certainly not. */
export function all(...parts: readonly Known[]): Known {
  if (parts.includes(false)) return false;
  return openIn(parts) ?? true;
}

/** True where one certainly is; false where none is. */
export function any(...parts: readonly Known[]): Known {
  if (parts.includes(true)) return true;
  return openIn(parts) ?? false;
}

/**
 * Whether what a part of a policy includes, and does not exclude, takes somebody in. What nobody can judge of that part
 * may take in anybody; but whoever is excluded stays so.
 */
export function takesIn(included: Known, excluded: Known, rest: Known): Known {
  return all(not(excluded), rest === true ? included : rest);
}

function not(part: Known): Known {
  return typeof part === "boolean" ? !part : part;
}

function openIn(parts: readonly Known[]): readonly string[] | undefined {
  const open = parts.flatMap((part) => (typeof part === "boolean" ? [] : part));
  return open.length > 0 ? [...new Set(open)] : undefined;
}
