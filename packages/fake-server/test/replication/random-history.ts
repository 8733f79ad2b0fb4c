import { createWorld, type Tenant, type World } from "@vestibule/fake-server";
import { callContext, type Transport, type WireRequest, type WireResponse } from "@vestibule/sdk/wire";
import type { HistoryEvent } from "../../src/replication/history-check.ts";
import type { Chance } from "../../src/simulation/index.ts";

/** The callers of a history, by how their requests are taken to instances. */
export const kinds = ["app-only", "delegated", "delegated-two-datacenters"] as const;
export type Kind = (typeof kinds)[number];

/** A world with the documented lag, and a caller of each kind. */
export interface Scene {
  readonly world: World;
  readonly tenant: Tenant;
  readonly transports: Readonly<Record<Kind, Transport>>;
}

export interface History {
  /** Everything that was written or read, in order; each kind of caller is a session. */
  readonly events: readonly HistoryEvent[];
  /** The newest version of every object, by its id. */
  readonly newest: ReadonlyMap<string, number>;
  /** The instances that answered each caller, as the answers name them. */
  readonly answeredBy: Readonly<Record<Kind, ReadonlySet<string>>>;
  /** A line for each request: when, who, what, and the whole answer, with the instance that gave it. */
  readonly trace: string;
}

export function openScene(seed: number): Scene {
  const world = createWorld({ seed, realism: "documented" });
  const tenant = world.cloud("public").tenant("contoso");
  const administrator = (name: string) => tenant.user(name, { roles: ["User Administrator"] });
  const transports = {
    "app-only": tenant.transport({ as: tenant.app("inviter") }),
    delegated: tenant.transport({ as: administrator("mia") }),
    "delegated-two-datacenters": tenant.transport({ as: administrator("ben"), datacenters: ["weu", "neu"] }),
  };
  return { world, tenant, transports };
}

/** Has the callers invite, change and read guests at random, as the chance has it, while time passes. */
export async function play(scene: Scene, chance: Chance, operations: number): Promise<History> {
  const player = new Player(scene, chance);
  for (let n = 0; n < operations; n++) await player.step(n);
  const { events, newest, answeredBy, lines } = player;
  return { events, newest, answeredBy, trace: lines.join("\n") };
}

class Player {
  readonly events: HistoryEvent[] = [];
  readonly newest = new Map<string, number>();
  readonly answeredBy = {
    "app-only": new Set<string>(),
    delegated: new Set<string>(),
    "delegated-two-datacenters": new Set<string>(),
  };
  readonly lines: string[] = [];
  readonly #scene: Scene;
  readonly #names: Chance;
  readonly #who: Chance;
  readonly #what: Chance;
  readonly #which: Chance;
  readonly #wait: Chance;
  readonly #all: string[] = [];
  /** Each caller changes its own objects alone. */
  readonly #own: Readonly<Record<Kind, string[]>> = {
    "app-only": [],
    delegated: [],
    "delegated-two-datacenters": [],
  };

  constructor(scene: Scene, chance: Chance) {
    this.#scene = scene;
    this.#names = chance.fork("names");
    this.#who = chance.fork("who");
    this.#what = chance.fork("what");
    this.#which = chance.fork("which");
    this.#wait = chance.fork("wait");
  }

  async step(n: number): Promise<void> {
    const kind = kinds[this.#who.below(kinds.length, n)] ?? "app-only";
    const pick = (objects: readonly string[]) => objects[this.#which.below(objects.length, n)];
    const own = pick(this.#own[kind]);
    const draw = this.#what.at(n);
    if (draw < 0.15) await this.#scene.world.clock.sleep(this.#wait.at(n) * 10_000);
    else if (draw < 0.25 || own === undefined) await this.#invite(kind, n);
    else if (draw < 0.5) await this.#change(kind, own);
    // What others wrote may be late without breaking a promise.
    else await this.#read(kind, draw < 0.85 ? own : (pick(this.#all) ?? own));
  }

  async #invite(kind: Kind, n: number): Promise<void> {
    const invitedUserEmailAddress = `${this.#names.guid(n)}@fabrikam.example`;
    const body = { invitedUserEmailAddress, inviteRedirectUrl: "https://contoso.example" };
    const response = await this.#send(kind, "POST", "/invitations", body, 201);
    const { id } = (response.body as { invitedUser: { id: string } }).invitedUser;
    this.#own[kind].push(id);
    this.#all.push(id);
    this.#wrote(kind, id, 1);
  }

  async #change(kind: Kind, object: string): Promise<void> {
    const version = (this.newest.get(object) ?? 0) + 1;
    const { status } = await this.#send(
      kind,
      "PATCH",
      `/users/${object}`,
      { jobTitle: String(version) },
      204,
    );
    if (status === 204) this.#wrote(kind, object, version);
  }

  async #read(kind: Kind, object: string): Promise<void> {
    const response = await this.#send(kind, "GET", `/users/${object}`, undefined, 200);
    this.events.push({ session: kind, kind: "read", object, version: versionOf(response) });
  }

  #wrote(kind: Kind, object: string, version: number): void {
    this.newest.set(object, version);
    this.events.push({ session: kind, kind: "write", object, version });
  }

  /** An object that is not there yet is an answer too; no other refusal is expected. */
  async #send(
    kind: Kind,
    method: WireRequest["method"],
    path: string,
    body: unknown,
    expected: number,
  ): Promise<WireResponse> {
    const response = await this.#scene.transports[kind].send(request(method, path, body));
    const { status, headers } = response;
    const { ServerInfo } = JSON.parse(headers.get("x-ms-ags-diagnostic") ?? "{}");
    const asked = `${this.#scene.world.clock.now()} ${kind} ${method} ${path} ${JSON.stringify(body)}`;
    const line = `${asked} -> ${status} ${ServerInfo.RoleInstance} ${headers.get("request-id")} ${JSON.stringify(response.body)}`;
    if (status !== expected && (status !== 404 || expected === 201)) throw new Error(line);
    this.lines.push(line);
    this.answeredBy[kind].add(ServerInfo.RoleInstance);
    return response;
  }
}

/** What a read saw: the version in the job title, 1 where it has none yet, 0 where the guest was not there. */
function versionOf({ status, body }: WireResponse): number {
  return status === 404 ? 0 : Number((body as { jobTitle: string | null }).jobTitle ?? 1);
}

function request(method: WireRequest["method"], path: string, body: unknown): WireRequest {
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
