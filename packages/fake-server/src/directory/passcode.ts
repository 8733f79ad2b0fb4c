import type { Directory } from "./directory.ts";

/** How many digits a one-time passcode has; assumed. */
const DIGITS = 8;

/** The code that a guest is sent by this commit. */
export function passcodeOf({ chance }: Directory, guestId: string, lsn: number): string {
  const code = chance.fork(`passcode/${guestId}`).below(10 ** DIGITS, lsn);
  return String(code).padStart(DIGITS, "0");
}
