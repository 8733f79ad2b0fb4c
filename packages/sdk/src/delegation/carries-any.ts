/** Whether a token carries one of these permissions. Their case tells nothing: there are no two that differ in it alone. */
export function carriesAny(permissions: readonly string[], wanted: readonly string[]): boolean {
  const carried = new Set(permissions.map((held) => held.toLowerCase()));
  return wanted.some((permission) => carried.has(permission.toLowerCase()));
}
