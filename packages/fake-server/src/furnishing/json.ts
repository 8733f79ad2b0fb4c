/**
 * A value from JSON that somebody has written.
 *
 * @throws TypeError that says why it is none and, where the engine tells, on which line; nothing of the text is shown but a
 * single character, since there may be a secret in it
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`it is no JSON: ${reasonOf(cause as SyntaxError, text)}`, { cause });
  }
}

/** What the engine says, without the piece of the text that it quotes. */
function reasonOf({ message }: SyntaxError, text: string): string {
  const [, position] = / at position (\d+)/.exec(message) ?? [];
  const reason = message.replace(/ in JSON at position .*/s, "").replace(/, (?:\.\.\.)?".*/s, "");
  return `${printable(reason)}${position === undefined ? "" : placeIn(text, Number(position))}`;
}

function placeIn(text: string, position: number): string {
  const lines = text.slice(0, position).split("\n");
  return ` (line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1})`;
}

/** A terminal would obey what a file of another kind has in it. */
function printable(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
