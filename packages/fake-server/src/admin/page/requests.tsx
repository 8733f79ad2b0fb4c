import { useState } from "preact/hooks";
import { useAnswer } from "./live.ts";
import type { OfTenant, RemarkedRequest, TenantRequests } from "./told.ts";
import { counted, Nothing, nameOf, Problem, TimeOfDay } from "./words.tsx";

/** The last requests of all tenants, the newest first, each with what was bad about it. */
export function Requests() {
  const { value: tenants, problem } = useAnswer<readonly TenantRequests[]>("/requests");
  const [remarked, setRemarked] = useState(false);
  if (tenants === undefined) return <Problem text={problem} />;
  const all = tenants
    .flatMap((tenant) => tenant.requests.map((request) => ({ tenant, request })))
    .toSorted(
      ({ request: one }, { request: other }) => other.sentAt - one.sentAt || other.number - one.number,
    );
  if (all.length === 0) return <Nothing>Nobody has asked Graph for anything yet.</Nothing>;
  const bad = all.filter(({ request }) => request.remarks.length > 0);
  return (
    <>
      <p role="status">
        {counted(all.length, "request")}, {bad.length} with a remark on how the client behaved.
      </p>
      <p class="check">
        <label>
          <input
            type="checkbox"
            checked={remarked}
            onChange={({ currentTarget }) => setRemarked(currentTarget.checked)}
          />{" "}
          Only those with a remark
        </label>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="scroll" aria-label="Requests" tabIndex={0}>
        <table class="requests">
          <thead>
            <tr>
              <th scope="col">Sent</th>
              <th scope="col">Tenant and caller</th>
              <th scope="col">Request</th>
              <th scope="col">Answer</th>
              <th scope="col">Instance</th>
            </tr>
          </thead>
          <tbody>
            {(remarked ? bad : all).slice(0, 200).map(({ tenant, request }) => (
              <Row key={`${nameOf(tenant)} ${request.number}`} tenant={tenant} request={request} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ tenant, request }: { readonly tenant: OfTenant; readonly request: RemarkedRequest }) {
  const { sentAt, caller, method, path, query, status, code, seen, fault, remarks } = request;
  const options = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return (
    <>
      <tr>
        <td>
          <TimeOfDay at={sentAt} />
        </td>
        <td>
          {nameOf(tenant)}
          <br />
          {caller}
        </td>
        <td class="request">
          <code>
            {method} {path}
          </code>
          {options.length > 0 && <code class="options">?{options.join("&")}</code>}
        </td>
        <td>
          <span class={`badge ${status !== undefined && status < 400 ? "good" : "bad"}`}>
            {status ?? "no answer"}
          </span>{" "}
          {code}
          {fault !== undefined && <span class="badge fault">fault: {fault}</span>}
        </td>
        <td>
          {seen?.reader ?? "–"}
          {seen !== undefined && seen.behind > 0 && (
            <>
              {" "}
              <span class="badge late">{seen.behind} behind</span>
            </>
          )}
        </td>
      </tr>
      {remarks.map(({ lint, text }) => (
        <tr key={lint} class="remark">
          <td />
          <td colSpan={4}>
            <strong>{lint}</strong>: {text}
          </td>
        </tr>
      ))}
    </>
  );
}
