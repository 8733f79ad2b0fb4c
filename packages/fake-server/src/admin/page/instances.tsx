import { tell } from "./ask.ts";
import type { ReaderState, TenantState } from "./told.ts";
import { counted, nameOf } from "./words.tsx";

/** From where a directory is looked at: `now`, an instance by name, or after a commit. */
export type Standpoint = { readonly reader: string } | { readonly lsn: number } | "now";

interface Looking {
  readonly tenant: TenantState;
  readonly from: Standpoint;
  readonly onLook: (from: Standpoint) => void;
}

/** How far each instance has come, with which one can look from there, hold it, and let it go on. */
export function Instances({ tenant, from, onLook }: Looking) {
  return (
    <table class="instances">
      <caption>Instances: each shows the directory as far as it has come</caption>
      <thead>
        <tr>
          <th scope="col">Instance</th>
          <th scope="col">Has applied</th>
          <th scope="col">Lag</th>
          <th scope="col">Look and act</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">everything that is known</th>
          <td>{counted(tenant.commits, "commit")}</td>
          <td>–</td>
          <td>
            <button type="button" class="quiet" aria-pressed={from === "now"} onClick={() => onLook("now")}>
              Look from here<span class="unseen"> everything that is known</span>
            </button>
          </td>
        </tr>
        {tenant.readers.map((reader) => (
          <Instance key={reader.name} reader={reader} tenant={tenant} from={from} onLook={onLook} />
        ))}
      </tbody>
    </table>
  );
}

function Instance({ reader, tenant, from, onLook }: Looking & { readonly reader: ReaderState }) {
  const { name, applied, held } = reader;
  const behind = tenant.commits - applied;
  const isFrom = typeof from === "object" && "reader" in from && from.reader === name;
  const hold = () => void tell("/readers", { tenant: nameOf(tenant), reader: name, hold: !held });
  return (
    <tr class={behind > 0 ? "behind" : ""}>
      <th scope="row">{name}</th>
      <td>
        {applied} {behind > 0 ? <span class="badge late">{behind} behind</span> : "(all)"}
      </td>
      <td>
        <Lag reader={reader} />
      </td>
      <td>
        <button type="button" class="quiet" aria-pressed={isFrom} onClick={() => onLook({ reader: name })}>
          Look from here<span class="unseen"> {name}</span>
        </button>{" "}
        <button
          type="button"
          class="quiet"
          aria-label={`${held ? "Release" : "Hold"} ${name}`}
          onClick={hold}
        >
          {held ? "Release" : "Hold"}
        </button>
      </td>
    </tr>
  );
}

function Lag({ reader: { held, lag } }: { readonly reader: ReaderState }) {
  if (held) return <span class="badge held">held</span>;
  if (Array.isArray(lag)) return <>{lag.join(" to ")}</>;
  return <>{typeof lag === "object" ? JSON.stringify(lag) : lag}</>;
}
