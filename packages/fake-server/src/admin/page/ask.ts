/** Asks the fake, whose own address this page comes from. @throws Error with what the fake says is wrong */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`/_fake${path}`, init).catch(lost);
  const body: unknown = await response.json();
  if (response.ok) return body as T;
  const { error } = body as { readonly error?: { readonly message?: string } };
  throw new Error(error?.message ?? `The fake answers ${response.status}.`);
}

/** A browser's own words for it say nothing of a fake. What the page itself has given up stays what it is. */
function lost(cause: unknown): never {
  if (!(cause instanceof TypeError)) throw cause;
  throw new Error("The fake does not answer. Is it still running? This page goes on by itself once it is.", {
    cause,
  });
}

/** Tells the fake to do something. @throws Error with what the fake says is wrong */
export function tell<T>(path: string, body: object = {}): Promise<T> {
  return ask<T>(path, { method: "POST", body: JSON.stringify(body) });
}

/** A path with what is asked for; what is not said is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === "" ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
