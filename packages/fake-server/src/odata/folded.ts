/** What is as long as its lower case. */
const ASCII = /^[\0-\x7f]*$/;
const [UPPER_A, UPPER_Z, TO_LOWER, LAST_ASCII] = [65, 90, 32, 127];

/** Whether a text is, begins or ends in the one that is wanted, without case. */
export type TextTest = (text: string) => boolean;

/**
 * Tests without case, for a text that is wanted in lower case. A directory is searched with them object by object: as long
 * as there is plain ASCII to compare, nothing is made lower case.
 */
export const folded: Readonly<Record<"equals" | "startsWith" | "endsWith", (wanted: string) => TextTest>> = {
  equals(wanted) {
    const whole: TextTest = (text) => text.toLowerCase() === wanted;
    if (!ASCII.test(wanted)) return whole;
    // Whatever has a lower case in ASCII is as long as that.
    return (text) => text.length === wanted.length && (standsAt(text, 0, wanted) ?? whole(text));
  },
  startsWith(wanted) {
    const whole: TextTest = (text) => text.toLowerCase().startsWith(wanted);
    if (!ASCII.test(wanted)) return whole;
    return (text) => text.length >= wanted.length && (standsAt(text, 0, wanted) ?? whole(text));
  },
  endsWith(wanted) {
    const whole: TextTest = (text) => text.toLowerCase().endsWith(wanted);
    if (!ASCII.test(wanted)) return whole;
    return (text) =>
      text.length >= wanted.length && (standsAt(text, text.length - wanted.length, wanted) ?? whole(text));
  },
};

/** Whether `wanted` stands there; `undefined` where a character comes up that is not ASCII, and has a case of its own. */
function standsAt(text: string, at: number, wanted: string): boolean | undefined {
  for (let n = 0; n < wanted.length; n++) {
    const code = text.charCodeAt(at + n);
    if (code > LAST_ASCII) return undefined;
    const lower = code >= UPPER_A && code <= UPPER_Z ? code + TO_LOWER : code;
    if (lower !== wanted.charCodeAt(n)) return false;
  }
  return true;
}
