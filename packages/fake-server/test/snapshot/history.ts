import type { CallerOptions, Tenant, World } from "@vestibule/fake-server";
import { callContext, type Method, TransportFailure, type WireResponse } from "@vestibule/sdk/wire";
import type { Furnished } from "../fuzz/furnished.ts";
import { realRequests, type Sent } from "../fuzz/real-requests.ts";

/** What a step said, as far as anybody can see it. */
export type Said = unknown;

const LAGS = ["none", "3s", ["0s", "30s"], { lognormal: { p50: "1s", p99: "40s" } }] as const;

/** What real requests leave out: guests who get a code, and links that are found in another order than they were made in. */
const requests: readonly Sent[] = [
  ...realRequests,
  ...["dee", "eli"].map((name) => ({
    ...{ method: "POST", path: "/invitations" },
    body: {
      invitedUserEmailAddress: `${name}@nowhere.example`,
      inviteRedirectUrl: "https://app.example/hello",
      sendInvitationMessage: true,
    },
  })),
  ...["user", "other"].flatMap((manager) =>
    ["guest", "user", "other"].map((of) => ({
      ...{ method: "PUT", path: `/users/%${of}%/manager/$ref` },
      body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/%${manager}%` },
    })),
  ),
];

/** A history under way: what happens follows from the world's own chance, so that it goes on in a world that has that too. */
export class History {
  readonly world: World;
  readonly #ids: Furnished["ids"];
  readonly #callers: Furnished["callers"];

  constructor({ world, ids, callers }: Pick<Furnished, "world" | "ids" | "callers">) {
    this.world = world;
    this.#ids = ids;
    this.#callers = callers;
  }

  get contoso(): Tenant {
    return this.world.cloud("public").tenant("contoso");
  }

  async goOn(steps: number): Promise<readonly Said[]> {
    const said: Said[] = [];
    for (let step = 0; step < steps; step++) said.push(await this.#step());
    return said;
  }

  #step(): Said | Promise<Said> {
    const kind = this.#below(20);
    if (kind < 11) return this.#send();
    if (kind < 14) return this.#redeem();
    if (kind < 16) return this.world.clock.sleep(this.#below(20_000));
    if (kind === 16) return this.#moveReader();
    if (kind === 17) return this.#addFault();
    if (kind === 18) return this.world.inbox.next({}, { withinMs: 0 }).catch(messageOf);
    return this.#walkPart();
  }

  async #send(): Promise<Said> {
    const as = this.#callers[this.#below(this.#callers.length)] as CallerOptions["as"];
    const sent = requests[this.#below(requests.length)] as Sent;
    const [path = "", search = ""] = this.#filled(sent.path).split("?");
    try {
      return shown(
        await this.contoso.transport({ as }).send({
          operation: { id: "history", effect: sent.method === "GET" ? "read" : "idempotent" },
          ...{ method: sent.method as Method, version: "v1.0", headers: sent.headers ?? {} },
          target: { path, query: Object.fromEntries(new URLSearchParams(search)) },
          context: callContext(),
          ...(sent.body !== undefined && { body: JSON.parse(this.#filled(JSON.stringify(sent.body))) }),
        }),
      );
    } catch (failure) {
      if (failure instanceof TransportFailure) return failure.outcome;
      throw failure;
    }
  }

  #redeem(): Said {
    const mail = this.#anyMail();
    if (mail === undefined) return undefined;
    const answer = () => (this.#below(6) === 0 ? "deny" : "approve");
    return this.world.redeem(mail, { consent: this.#below(6) > 0, mfa: answer() });
  }

  /** Opens a link, and perhaps has a code sent, and leaves it at that. */
  #walkPart(): Said {
    const mail = this.#anyMail();
    if (mail === undefined) return undefined;
    const step = this.world.redemption(mail);
    if (step.at === "passcode-request") return step.sendPasscode().at;
    if (step.at === "passcode") return step.enterPasscode("no code").at;
    return step.at === "sign-in" ? step.signIn().at : step.at;
  }

  #anyMail() {
    const mails = this.contoso.mails;
    return mails[this.#below(Math.max(1, mails.length))];
  }

  #moveReader(): Said {
    const { readers } = this.contoso;
    const reader = readers[this.#below(readers.length)];
    if (reader === undefined) return undefined;
    const move = this.#below(3);
    if (move === 0) reader.hold();
    else if (move === 1) reader.release();
    else reader.lag = LAGS[this.#below(LAGS.length)] ?? "none";
    return [reader.name, reader.held];
  }

  #addFault(): Said {
    const rules = [
      { when: { probability: 0.1 }, effect: "throttled", forMs: 1 },
      { match: { path: /^\/users\/[^/]+$/i }, effect: "object-missing", times: 2 },
      { match: { operation: "invitations.create", nth: 2 }, effect: "mail-late", forMs: 5_000 },
      { match: { operation: "invitations.redeem" }, effect: "state-lags", forMs: 4_000, times: 1 },
      { match: { operation: "invitations.create" }, effect: "mail-twice", times: 1 },
    ] as const;
    this.contoso.faults.add(rules[this.#below(rules.length)] ?? rules[0]);
    return undefined;
  }

  #filled(text: string): string {
    return text.replaceAll(/%(\w+)%/g, (all, name: string) => this.#ids[name] ?? all);
  }

  #below(bound: number): number {
    return Math.floor(this.world.random() * bound);
  }
}

/** What every instance shows, and all that a test can see besides. */
export async function asked(world: World, ids: Furnished["ids"]): Promise<Said> {
  const tenant = world.cloud("public").tenant("contoso");
  const paths = ["/users", "/groups", "/users/delta", "/auditLogs/signIns", "/auditLogs/directoryAudits"];
  const own = [`/users/${ids.guest}`, `/groups/${ids.group}/members`, "/directory/deletedItems/user"];
  const answers = tenant.readers.flatMap(({ name }) =>
    [...paths, ...own].map((path) => [name, path, atInstance(tenant, name, path)]),
  );
  const { readers, log, signIns, mails, faults, inbox, requests: served } = tenant;
  const stands = readers.map(({ name, applied, held, lag }) => [name, applied, held, lag]);
  return { answers, stands, log, signIns, mails, fired: faults.fired, inbox: inbox.mails, served };
}

function atInstance(tenant: Tenant, instance: string, path: string): Said {
  const way = tenant.open({ name: "app/probe", principalId: "probe", instance });
  const request = { method: "GET", version: "v1.0", path, query: {}, body: undefined };
  const header = () => undefined;
  const given = way.deliver({ ...request, header, origin: "https://graph.microsoft.com" }, {});
  return given instanceof Promise ? given.catch(messageOf) : [given.status, given.body];
}

function shown({ status, body }: WireResponse): Said {
  return [status, body];
}

function messageOf(failure: unknown): string {
  return String(failure);
}
