/** What was asked for cannot be meant: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
