import { useState } from "preact/hooks";
import type { FiredFault } from "../../faults/index.ts";
import { ask, tell, withQuery } from "./ask.ts";
import { useAnswer } from "./live.ts";
import { useTenant } from "./tenant-in-view.ts";
import type { ArmedRule, Effects, TenantFaults } from "./told.ts";
import { Nothing, nameOf, Problem, TenantChoice } from "./words.tsx";

/** What is to go wrong from now on, and what has. */
export function Faults() {
  const { tenants, tenant, choose } = useTenant();
  const { value: effects, problem } = useAnswer<Effects>("/effects");
  if (effects === undefined) return <Problem text={problem} />;
  if (tenant === undefined) return <Nothing>There is no tenant in this world.</Nothing>;
  const name = nameOf(tenant);
  return (
    <>
      <TenantChoice tenants={tenants} chosen={name} onChoose={choose} />
      <Adding key={name} effects={effects} tenant={name} />
      <Told tenant={name} />
    </>
  );
}

function Adding({ effects, tenant }: { readonly effects: Effects; readonly tenant: string }) {
  const [effect, setEffect] = useState("throttled");
  const [operation, setOperation] = useState("");
  const [times, setTimes] = useState("1");
  const [said, setSaid] = useState<{ readonly problem?: string; readonly done?: string }>({});
  const act = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      setSaid({ done });
    } catch (cause) {
      setSaid({ problem: (cause as Error).message });
    }
  };
  const add = (event: Event) => {
    event.preventDefault();
    const rule = {
      effect,
      ...(operation !== "" && { match: { operation } }),
      ...(times !== "" && { times: Number(times) }),
    };
    void act(() => tell("/faults", { tenant, rules: [rule] }), `${effect} will happen in ${tenant}.`);
  };
  const clear = () =>
    void act(
      () => ask(withQuery("/faults", { tenant }), { method: "DELETE" }),
      `Nothing more goes wrong in ${tenant}.`,
    );
  return (
    <form onSubmit={add} onInput={() => setSaid({})}>
      <div class="line">
        <p class="field">
          <label for="effect">What goes wrong</label>
          <select id="effect" value={effect} onChange={({ currentTarget }) => setEffect(currentTarget.value)}>
            {Object.entries(effects).map(([family, names]) => (
              <optgroup key={family} label={family}>
                {names.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </p>
        <p class="field wide">
          <label for="operation">With which operation; empty for any</label>
          <input
            id="operation"
            placeholder="invitations.create"
            value={operation}
            onInput={({ currentTarget }) => setOperation(currentTarget.value)}
          />
        </p>
        <p class="field">
          <label for="times">How often; empty for always</label>
          <input
            id="times"
            type="number"
            min="1"
            value={times}
            onInput={({ currentTarget }) => setTimes(currentTarget.value)}
          />
        </p>
      </div>
      <p class="choice">
        <button type="submit">Let it go wrong</button>
        <button type="button" class="quiet" onClick={clear}>
          Let nothing go wrong any more
        </button>
      </p>
      <Problem text={said.problem} />
      <p role="status">{said.done}</p>
    </form>
  );
}

function Told({ tenant }: { readonly tenant: string }) {
  const { value, problem } = useAnswer<readonly TenantFaults[]>(withQuery("/faults", { tenant }));
  const [told] = value ?? [];
  if (told === undefined) return <Problem text={problem} />;
  return (
    <>
      <Armed rules={told.armed} />
      <Fired faults={told.fired} />
    </>
  );
}

function Armed({ rules }: { readonly rules: readonly ArmedRule[] }) {
  if (rules.length === 0) return <Nothing>Nothing is to go wrong.</Nothing>;
  return (
    <table>
      <caption>What is to go wrong</caption>
      <thead>
        <tr>
          <th scope="col">Effect</th>
          <th scope="col">With which requests</th>
          <th scope="col">Times left</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, place) => (
          <tr key={place}>
            <th scope="row">
              <span class="badge fault">{rule.effect}</span>
            </th>
            <td>{conditionsOf(rule)}</td>
            <td>{rule.left === null ? "always" : rule.left}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As the rule has them: what its guide calls them is what is to be found here. */
function conditionsOf({ match = {}, when = {} }: ArmedRule): string {
  const all = Object.entries({ ...match, ...when });
  if (all.length === 0) return "any";
  return all
    .map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(", ");
}

function Fired({ faults }: { readonly faults: readonly FiredFault[] }) {
  if (faults.length === 0) return <Nothing>Nothing has gone wrong on purpose yet.</Nothing>;
  return (
    <table>
      <caption>What has gone wrong</caption>
      <thead>
        <tr>
          <th scope="col">Request</th>
          <th scope="col">Operation</th>
          <th scope="col">Effect</th>
          <th scope="col">For</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ request, operation, effect, forMs }) => (
          <tr key={request}>
            <th scope="row">{request}</th>
            <td>{operation}</td>
            <td>
              <span class="badge fault">{effect}</span>
            </td>
            <td>{forMs === 0 ? "–" : `${forMs.toLocaleString("en")} ms`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
