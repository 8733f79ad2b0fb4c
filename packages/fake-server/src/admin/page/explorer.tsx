import { useState } from "preact/hooks";
import { withQuery } from "./ask.ts";
import { Details } from "./details.tsx";
import { Instances, type Standpoint } from "./instances.tsx";
import { useAnswer } from "./live.ts";
import { useTenant } from "./tenant-in-view.ts";
import type { Explored, ExploredObject, TenantState } from "./told.ts";
import { counted, Nothing, nameOf, Problem, TenantChoice } from "./words.tsx";

/** A tenant's objects, as everything knows them, as one instance shows them, or as they were. */
export function Explorer() {
  const { tenants, tenant, choose } = useTenant();
  if (tenant === undefined) return <Nothing>There is no tenant in this world.</Nothing>;
  return (
    <>
      <TenantChoice tenants={tenants} chosen={nameOf(tenant)} onChoose={choose} />
      <Looking key={nameOf(tenant)} tenant={tenant} />
    </>
  );
}

function Looking({ tenant }: { readonly tenant: TenantState }) {
  const [from, setFrom] = useState<Standpoint>("now");
  const [q, setQ] = useState("");
  const [differing, setDiffering] = useState(false);
  const path = withQuery("/objects", {
    tenant: nameOf(tenant),
    reader: typeof from === "object" && "reader" in from ? from.reader : null,
    lsn: typeof from === "object" && "lsn" in from ? from.lsn : null,
    q,
    differing: differing ? "true" : null,
  });
  const { value: explored, problem } = useAnswer<Explored>(path);
  return (
    <>
      <Instances tenant={tenant} from={from} onLook={setFrom} />
      <Slider tenant={tenant} from={from} explored={explored} onLook={setFrom} />
      <div class="line">
        <p class="field wide">
          <label for="q">Find by name, id or kind</label>
          <input id="q" type="search" value={q} onInput={({ currentTarget }) => setQ(currentTarget.value)} />
        </p>
        <p class="check">
          <label>
            <input
              type="checkbox"
              checked={differing}
              onChange={({ currentTarget }) => setDiffering(currentTarget.checked)}
            />{" "}
            Only what differs from what is known now
          </label>
        </p>
      </div>
      <Problem text={problem} />
      {explored !== undefined && <Objects explored={explored} />}
    </>
  );
}

function Slider(props: {
  readonly tenant: TenantState;
  readonly from: Standpoint;
  readonly explored: Explored | undefined;
  readonly onLook: (from: Standpoint) => void;
}) {
  const { tenant, from, explored, onLook } = props;
  const at = typeof from === "object" && "lsn" in from ? from.lsn : (explored?.lsn ?? tenant.commits);
  return (
    <p class="field slider">
      <label for="lsn">
        As it was after commit <output>{at}</output> of {tenant.commits}
      </label>
      <input
        id="lsn"
        type="range"
        min={explored?.readableFrom ?? 0}
        max={tenant.commits}
        value={at}
        onInput={({ currentTarget }) => onLook({ lsn: Number(currentTarget.value) })}
      />
    </p>
  );
}

const DIFFERENCES = {
  missing: "not there yet",
  older: "older there",
  gone: "gone by now",
} as const;

function Objects({ explored }: { readonly explored: Explored }) {
  const [opened, setOpened] = useState<number | undefined>(undefined);
  const { objects, total, differing } = explored;
  return (
    <>
      <p role="status">
        {counted(total, "object")}
        {objects.length < total && `, of which the first ${objects.length}`}; {differing} of them otherwise
        than is known now.
      </p>
      <table class="objects">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Seen from there</th>
          </tr>
        </thead>
        <tbody>
          {objects.map((object) => (
            <Row
              key={object.place}
              object={object}
              isOpen={opened === object.place}
              onToggle={() => setOpened(opened === object.place ? undefined : object.place)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row(props: {
  readonly object: ExploredObject;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { object, isOpen, onToggle } = props;
  const { name, kind, difference } = object;
  return (
    <>
      <tr class={difference ?? ""}>
        <th scope="row">
          <button type="button" class="plain" aria-expanded={isOpen} onClick={onToggle}>
            {name}
          </button>
        </th>
        <td>{kind}</td>
        <td>
          {difference === null ? (
            "as known now"
          ) : (
            <span class={`badge ${difference}`}>{DIFFERENCES[difference]}</span>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={3}>
            <Details object={object} />
          </td>
        </tr>
      )}
    </>
  );
}
