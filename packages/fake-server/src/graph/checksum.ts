/** Guards a token that clients carry against being edited, or used for something else. Not a secret. */
export function checksum(guarded: readonly unknown[]): string {
  const text = JSON.stringify(guarded);
  let sum = 5381;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 33) ^ text.charCodeAt(at)) >>> 0;
  return sum.toString(36);
}
