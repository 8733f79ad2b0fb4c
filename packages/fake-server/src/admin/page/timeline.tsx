import { withQuery } from "./ask.ts";
import { type Happening, happeningsOf, LANES_WITHOUT_INSTANCE, type Lane } from "./happenings.ts";
import { useAnswer } from "./live.ts";
import { useTenant } from "./tenant-in-view.ts";
import type { ReaderState, TenantFaults, TenantRequests, TenantState, Timeline as Told } from "./told.ts";
import { counted, Nothing, nameOf, Problem, TenantChoice, TimeOfDay } from "./words.tsx";

/** So many happenings are shown: the last ones. */
const SHOWN = 60;

/** What happened in a tenant, from left to right, with a lane for the log and one for each instance. */
export function Timeline() {
  const { tenants, tenant, choose } = useTenant();
  if (tenant === undefined) return <Nothing>There is no tenant in this world.</Nothing>;
  return (
    <>
      <TenantChoice tenants={tenants} chosen={nameOf(tenant)} onChoose={choose} />
      <Lanes tenant={tenant} />
      <Legend />
    </>
  );
}

function Lanes({ tenant }: { readonly tenant: TenantState }) {
  const name = nameOf(tenant);
  const timeline = useAnswer<readonly Told[]>(withQuery("/timeline", { tenant: name }));
  const asked = useAnswer<readonly TenantRequests[]>(withQuery("/requests", { tenant: name }));
  const faults = useAnswer<readonly TenantFaults[]>(withQuery("/faults", { tenant: name }));
  const [told] = timeline.value ?? [];
  const [requests] = asked.value ?? [];
  const [fired] = faults.value ?? [];
  if (told === undefined || requests === undefined || fired === undefined) {
    return <Problem text={timeline.problem ?? asked.problem ?? faults.problem} />;
  }
  const happenings = happeningsOf(told.commits, requests.requests, fired.fired).slice(-SHOWN);
  if (happenings.length === 0) return <Nothing>Nothing has happened here yet.</Nothing>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="scroll" aria-label="Timeline" tabIndex={0}>
      <table class="timeline">
        <thead>
          <tr>
            <th scope="col">Lane</th>
            {happenings.map((one) => (
              <th scope="col" key={one.key} title={one.title}>
                <span class="upright">
                  <TimeOfDay at={one.at} /> {one.operation}
                </span>
              </th>
            ))}
            <th scope="col">Stands at</th>
          </tr>
        </thead>
        <tbody>
          <LogLane happenings={happenings} commits={tenant.commits} />
          {told.readers.map((reader) => (
            <ReaderLane key={reader.name} reader={reader} happenings={happenings} commits={tenant.commits} />
          ))}
          <FaultLane happenings={happenings} />
        </tbody>
      </table>
    </section>
  );
}

interface LaneProps {
  readonly happenings: readonly Happening[];
  readonly commits: number;
}

function LogLane({ happenings, commits }: LaneProps) {
  return (
    <tr>
      <th scope="row">log</th>
      {happenings.map((one) => (
        <td key={one.key}>
          {one.commit !== undefined && <Sign kind="commit" text={one.title} mark={`◆ ${one.commit}`} />}
        </td>
      ))}
      <td>{commits}</td>
    </tr>
  );
}

function ReaderLane({ reader, happenings, commits }: LaneProps & { readonly reader: ReaderState }) {
  const behind = commits - reader.applied;
  return (
    <tr>
      <th scope="row">{reader.name}</th>
      {happenings.map((one) => (
        <td key={one.key}>
          <AtReader happening={one} reader={reader} />
        </td>
      ))}
      <td>
        {reader.applied}
        {behind > 0 && (
          <>
            {" "}
            <span class="badge late">{behind} behind</span>
          </>
        )}
        {reader.held && <span class="badge held"> held</span>}
      </td>
    </tr>
  );
}

function AtReader({ happening, reader }: { readonly happening: Happening; readonly reader: ReaderState }) {
  if (happening.commit !== undefined) {
    return happening.commit <= reader.applied ? (
      <Sign kind="applied" text={`commit ${happening.commit} is applied`} mark="·" />
    ) : (
      <Sign kind="pending" text={`commit ${happening.commit} is not applied yet`} mark="…" />
    );
  }
  if (happening.lane !== reader.name) return null;
  const { behind, title } = happening;
  return behind > 0 ? (
    <Sign kind="stale" text={`${title}; ${counted(behind, "commit")} behind`} mark={`○ −${behind}`} />
  ) : (
    <Sign kind="fresh" text={`${title}; up to date`} mark="●" />
  );
}

function FaultLane({ happenings }: { readonly happenings: readonly Happening[] }) {
  const lane: Lane = LANES_WITHOUT_INSTANCE;
  return (
    <tr>
      <th scope="row">faults</th>
      {happenings.map((one) => (
        <td key={one.key}>
          {one.fault !== undefined && <Sign kind="fault" text={`${one.title}: ${one.fault}`} mark="✕" />}
          {one.fault === undefined && one.lane === lane && one.commit === undefined && (
            <Sign kind="pending" text={`${one.title}: no instance was asked`} mark="–" />
          )}
        </td>
      ))}
      <td />
    </tr>
  );
}

function Sign({ kind, text, mark }: { readonly kind: string; readonly text: string; readonly mark: string }) {
  return (
    <span class={`sign ${kind}`} title={text}>
      <span aria-hidden="true">{mark}</span>
      <span class="unseen">{text}</span>
    </span>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label="What the signs mean">
      <li>
        <span class="sign commit">◆</span> a change, with its place in the log
      </li>
      <li>
        <span class="sign applied">·</span> an instance has it, <span class="sign pending">…</span> has it not
        yet
      </li>
      <li>
        <span class="sign fresh">●</span> a request answered by an instance that knew everything
      </li>
      <li>
        <span class="sign stale">○</span> one answered by an instance that was behind, and by how many commits
      </li>
      <li>
        <span class="sign fault">✕</span> something went wrong on purpose
      </li>
    </ul>
  );
}
