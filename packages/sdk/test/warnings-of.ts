/** The codes of the warnings that a call came back with, or `none`. */
export async function warningsOf(call: {
  meta(): Promise<{ readonly warnings: readonly { readonly code: string }[] }>;
}) {
  const { warnings } = await call.meta();
  return warnings.map(({ code }) => code).join() || "none";
}
