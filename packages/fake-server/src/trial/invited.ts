import type { Commit } from "../replication/index.ts";
import type { ServedRequest, Tenant } from "../world/index.ts";
import { tenantsOf } from "./subject.ts";
import { counted, type Verdict } from "./verdict.ts";

/** An invitation that a directory has issued. */
interface Issued {
  readonly tenant: Tenant;
  readonly commit: Commit;
  /** In lower case; `undefined` where nobody can tell any more. */
  readonly address: string | undefined;
  readonly isMailed: boolean;
  /** The request that it was asked for with, where that is remembered. */
  readonly request: ServedRequest | undefined;
  /** Whether it is the one before, asked for again after no answer to that had come. */
  readonly isRepeat: boolean;
}

/** Whether somebody has been invited; with `times`, exactly so often. */
export function invited(
  subject: unknown,
  address: string,
  times: number | undefined,
  asked: string,
): Verdict {
  check(address, times, asked);
  const { tenants, name } = tenantsOf(subject, asked);
  const all = tenants.flatMap(issuedBy);
  const found = all.filter((one) => one.address === address.toLowerCase());
  const count = found.filter(({ isRepeat }) => !isRepeat).length;
  const pass = times === undefined ? count > 0 : count === times;
  return {
    pass,
    message: () => {
      const wanted = `to have invited ${address}${times === undefined ? "" : ` ${counted(times, "time")}`}`;
      const head = pass
        ? `expected ${name} not ${wanted}, but it has`
        : `expected ${name} ${wanted}, but it has ${count === 0 ? "not" : counted(count, "time")}`;
      return [...(found.length > 0 ? [`${head}:`, ...found.map(line)] : [head, ...others(tenants, all)])]
        .concat("Look at: tenant.mails, tenant.log and tenant.requests")
        .join("\n");
    },
  };
}

function check(address: string, times: number | undefined, asked: string): void {
  if (typeof address !== "string" || !/^[^\s@]+@[^\s@]+$/.test(address)) {
    throw new TypeError(`${asked} takes an address, for example ada@fabrikam.example`);
  }
  if (times !== undefined && !(Number.isSafeInteger(times) && times >= 0)) {
    throw new TypeError(`${asked} takes how many times as a whole number from 0; without it, once or more`);
  }
}

function issuedBy(tenant: Tenant): readonly Issued[] {
  const { requests } = tenant;
  const before = new Map<string, Issued>();
  return tenant.log
    .filter(({ operation }) => operation === "invitations.create")
    .map((commit) => {
      const request = requests.find((one) => isOf(one, commit));
      const userId = commit.ids.find((id) => id.startsWith("ticket/")) ?? "";
      const isMailed = commit.ids.some((id) => objectAt(tenant, commit, id)?.kind === "mail");
      const isRepeat = !isMailed && isLost(before.get(userId)?.request);
      const issued = { tenant, commit, address: addressIn(tenant, commit), isMailed, request, isRepeat };
      before.set(userId, issued);
      return issued;
    });
}

function isOf({ wrote, correlationId }: ServedRequest, commit: Commit): boolean {
  return wrote === commit.lsn || (correlationId !== undefined && correlationId === commit.correlationId);
}

/** Whoever hears nothing, or of a failure, does not know what was carried out: to ask again is right. */
function isLost(request: ServedRequest | undefined): boolean {
  return request !== undefined && (request.status === undefined || request.status >= 500);
}

function addressIn(tenant: Tenant, commit: Commit): string | undefined {
  const objects = commit.ids.map((id) => objectAt(tenant, commit, id));
  const ticket = objects.find((object) => object?.kind === "ticket");
  return ticket?.kind === "ticket" ? ticket.address.toLowerCase() : undefined;
}

/** As the commit left it; where that can be read no more, as it was next. */
function objectAt({ directory: { store } }: Tenant, { lsn }: Commit, id: string) {
  return store.viewAt(Math.max(lsn, store.readableFrom)).get(id);
}

function line({ tenant, commit, isMailed, request, isRepeat }: Issued): string {
  const answered = request === undefined ? "" : `, request ${request.number}, ${outcomeOf(request)}`;
  const repeat = isRepeat ? "; the one before, asked for again because no answer had come" : "";
  return `  ${tenant.name}  commit ${commit.lsn} by ${commit.actor}${answered}: ${isMailed ? "mailed" : "not mailed"}${repeat}`;
}

/** What to say where somebody was not invited: who was, and what became of the attempts. */
function others(tenants: readonly Tenant[], all: readonly Issued[]): readonly string[] {
  const addresses = [...new Set(all.map(({ address }) => address ?? "somebody who cannot be told any more"))];
  const failed = tenants.flatMap(({ name, requests }) =>
    requests
      .filter(({ operation, status }) => operation === "invitations.create" && (status ?? 599) >= 400)
      .map((one) => `  ${name}  request ${one.number} by ${one.caller}, ${outcomeOf(one)}`),
  );
  return [
    `Invited were: ${addresses.length === 0 ? "nobody" : addresses.slice(0, 10).join(", ")}${addresses.length > 10 ? `, and ${addresses.length - 10} more` : ""}`,
    ...(failed.length > 0 ? ["Invitations that failed:", ...failed.slice(-10)] : []),
  ];
}

function outcomeOf({ status, code, fault }: ServedRequest): string {
  const answer =
    status === undefined ? "no answer" : `answered with ${status}${code === undefined ? "" : ` ${code}`}`;
  return fault === undefined ? answer : `${answer} (fault ${fault})`;
}
