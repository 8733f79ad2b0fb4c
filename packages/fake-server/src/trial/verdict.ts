/** Whether something holds, and what to say where it should have been otherwise. */
export interface Verdict {
  readonly pass: boolean;
  /** What was expected, what happened, and what to look at. Worked out only where it is read. */
  readonly message: () => string;
}

/** @throws Error with the verdict's message, where it does not hold */
export function insist({ pass, message }: Verdict): void {
  if (!pass) throw new Error(message());
}

/** `1 invitation`, `2 invitations`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
