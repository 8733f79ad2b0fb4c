import type { ExploredObject } from "./told.ts";

/** An object's properties, as it is seen and as it is known, where these differ. */
export function Details({ object }: { readonly object: ExploredObject }) {
  const { value, newest, difference } = object;
  const seen = value ?? {};
  const known = difference === "older" ? (newest ?? {}) : difference === "missing" ? (newest ?? {}) : seen;
  const names = [...new Set([...Object.keys(seen), ...Object.keys(known)])].filter((name) => name !== "kind");
  const shown = names.filter((name) => hasSomething(seen[name]) || hasSomething(known[name]));
  const isCompared = difference === "older" || difference === "missing";
  return (
    <table class="details">
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Seen from there</th>
          {isCompared && <th scope="col">Known now</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map((name) => (
          <tr key={name} class={isCompared && written(seen[name]) !== written(known[name]) ? "older" : ""}>
            <th scope="row">{name}</th>
            <td>{written(seen[name])}</td>
            {isCompared && <td>{written(known[name])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function hasSomething(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function written(value: unknown): string {
  if (value === undefined || value === null) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
