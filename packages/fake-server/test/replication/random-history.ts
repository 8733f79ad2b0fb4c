import { type CallerOptions, createWorld, type Tenant, type World } from "@vestibule/fake-server";
import type { Transport, WireRequest, WireResponse } from "@vestibule/sdk/wire";
import { callContext } from "@vestibule/sdk/wire";
import type { HistoryEvent } from "../../src/replication/history-check.ts";
import { Chance } from "../../src/simulation/chance.ts";

/** The callers of a history, by how their requests are taken to instances. */
export type Kind = "app-only" | "delegated" | "delegated-two-datacenters";
export const kinds: readonly Kind[] = ["app-only", "delegated", "delegated-two-datacenters"];

export interface History {
  readonly world: World;
  readonly tenant: Tenant;
  /** Everything that happened, in order; each kind of caller is a session. */
  readonly events: readonly HistoryEvent[];
  /** The newest version of every object, by its id. */
  readonly newest: ReadonlyMap<string, number>;
  /** A line for each request: who, what, where it was answered, and with what. */
  readonly trace: string;
}

interface Actor {
  readonly kind: Kind;
  readonly transport: Transport;
}

/** Three callers invite, change and read guests at random, as the seed has it, while time passes. */
export async function randomHistory(seed: number, operations: number): Promise<History> {
  const world = createWorld({ seed, realism: "documented" });
  const tenant = world.cloud("public").tenant("contoso");
  const user = tenant.user("mia");
  const callers: Readonly<Record<Kind, CallerOptions>> = {
    "app-only": { as: tenant.app("inviter") },
    delegated: { as: user },
    "delegated-two-datacenters": { as: user, datacenters: ["weu", "neu"] },
  };
  const actors = kinds.map((kind) => ({ kind, transport: tenant.transport(callers[kind]) }));
  const history = new Recorder(world, new Chance(seed).fork("history"));
  for (let n = 0; n < operations; n++) await history.step(actors[n % actors.length] as Actor, n);
  const { events, newest, lines } = history;
  return { world, tenant, events, newest, trace: lines.join("\n") };
}

class Recorder {
  readonly newest = new Map<string, number>();
  readonly lines: string[] = [];
  readonly events: HistoryEvent[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  /** The objects of each kind of caller: they do not change one another's. */
  readonly #objects = new Map<Kind, string[]>(kinds.map((kind) => [kind, []]));

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  async step(actor: Actor, n: number): Promise<void> {
    const objects = this.#objects.get(actor.kind) ?? [];
    const draw = this.#chance.at(4 * n);
    if (this.#chance.at(4 * n + 1) < 0.3) await this.#world.clock.sleep(this.#chance.at(4 * n + 2) * 8_000);
    const object = objects[this.#chance.below(objects.length, 4 * n + 3)];
    if (object === undefined || draw < 0.1) await this.#invite(actor, n, objects);
    else if (draw < 0.35) await this.#change(actor, object);
    else await this.#read(actor, draw < 0.55 ? this.#anyObject(n) : object);
  }

  /** Of any caller: what others wrote may be stale without breaking a promise. */
  #anyObject(n: number): string {
    const all = [...this.newest.keys()];
    return all[this.#chance.fork("any").below(all.length, n)] as string;
  }

  async #invite(actor: Actor, n: number, objects: string[]): Promise<void> {
    const invitedUserEmailAddress = `guest${n}@fabrikam.example`;
    const body = { invitedUserEmailAddress, inviteRedirectUrl: "https://contoso.example" };
    const response = await this.#send(actor, "POST", "/invitations", body);
    const { id } = (response.body as { invitedUser: { id: string } }).invitedUser;
    objects.push(id);
    this.#wrote(actor, id, 1);
  }

  async #change(actor: Actor, object: string): Promise<void> {
    const version = (this.newest.get(object) ?? 0) + 1;
    const response = await this.#send(actor, "PATCH", `/users/${object}`, { jobTitle: String(version) });
    if (response.status === 204) this.#wrote(actor, object, version);
  }

  async #read(actor: Actor, object: string): Promise<void> {
    const response = await this.#send(actor, "GET", `/users/${object}`);
    this.events.push({ session: actor.kind, kind: "read", object, version: versionOf(response) });
  }

  #wrote(actor: Actor, object: string, version: number): void {
    this.newest.set(object, version);
    this.events.push({ session: actor.kind, kind: "write", object, version });
  }

  async #send(
    actor: Actor,
    method: "GET" | "POST" | "PATCH",
    path: string,
    body?: unknown,
  ): Promise<WireResponse> {
    const response = await actor.transport.send(request(method, path, body));
    const { headers } = response;
    const reader = JSON.parse(headers.get("x-ms-ags-diagnostic") ?? "{}").ServerInfo.RoleInstance;
    const told = method === "GET" ? versionOf(response) : JSON.stringify(response.body ?? null);
    const where = `${this.#world.clock.now()} ${actor.kind} ${method} ${path} ${JSON.stringify(body ?? null)}`;
    this.lines.push(`${where} -> ${response.status} ${reader} ${headers.get("request-id")} ${told}`);
    return response;
  }
}

/** What a read saw: the version in the job title, 1 where it has none yet, 0 where the guest was not there. */
export function versionOf({ status, body }: WireResponse): number {
  if (status === 404) return 0;
  return Number((body as { jobTitle: string | null }).jobTitle ?? 1);
}

export function request(method: WireRequest["method"], path: string, body?: unknown): WireRequest {
  return {
    operation: { id: "history", effect: method === "GET" ? "read" : "idempotent" },
    method,
    version: "v1.0",
    target: method === "GET" ? { path, query: { $select: "id,jobTitle" } } : { path },
    headers: {},
    ...(body !== undefined && { body }),
    context: callContext(),
  };
}
