import { type FaultEffect, operationName } from "../faults/index.ts";
import type { GraphRequest, GraphResponse } from "../graph/index.ts";
import type { Commit } from "../replication/index.ts";
import type { RequestSnapshot } from "../snapshot/index.ts";
import type { Veil } from "./veil.ts";

/** So many requests are remembered of each tenant: the last ones. */
const REMEMBERED = 1_000;

/** A request to Graph that a tenant was sent, and what became of it. Holds no body; whatever lets somebody in is `…`. */
export interface ServedRequest {
  /** Its number in the tenant, from 0: remarks and faults name it too. */
  readonly number: number;
  /** When it was sent and when it ended, in milliseconds on the world's clock. */
  readonly sentAt: number;
  readonly endedAt: number;
  /** Who sent it: `app/inviter`, `user/mia@contoso.example`. */
  readonly caller: string;
  /** What it does: a name that a rule of {@link Faults} may match by. */
  readonly operation: string;
  readonly method: string;
  /** With the version in front. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The `client-request-id` that it came with; `undefined` where it had none. */
  readonly correlationId: string | undefined;
  /** `undefined` where no answer came. */
  readonly status: number | undefined;
  /** Graph's code of the error, where it was one. */
  readonly code: string | undefined;
  /** Where it was answered; `undefined` where the directory was not asked. A batch is answered here, its parts wherever each went. */
  readonly seen: SeenAt | undefined;
  /** The commit that it made, the last of several; `undefined` where it made none. */
  readonly wrote: number | undefined;
  /** What went wrong on purpose. */
  readonly fault: FaultEffect | undefined;
}

/** What an instance knew when a request came to it. */
export interface SeenAt {
  /** The instance's name. */
  readonly reader: string;
  /** The last commit that it had applied. */
  readonly lsn: number;
  /** How many commits it was behind: what it showed was stale where that is not 0. */
  readonly behind: number;
}

/** How a request ended that was seen coming. */
interface Ended {
  readonly seen: Pick<ServedRequest, "number" | "sentAt" | "caller"> & { readonly request: GraphRequest };
  readonly endedAt: number;
  readonly response: GraphResponse | undefined;
  readonly fault?: FaultEffect | undefined;
}

/** What a tenant was asked last. */
export class Requests {
  /** Bodies, sockets and instances are let go of: what is kept is small. */
  readonly #noted: Omit<ServedRequest, "operation">[] = [];
  readonly #veil: () => Veil;

  /** @param veil - what is noted is shown through: a client may write anything into an address */
  constructor(veil: () => Veil) {
    this.#veil = veil;
  }

  /** The last ones, in the order in which they were sent. */
  get last(): readonly ServedRequest[] {
    const veil = this.#veil();
    return this.#noted
      .slice(-REMEMBERED)
      .map((noted) => ({ ...shownBy(veil, noted), operation: operationOf(noted) }))
      .toSorted((one, other) => one.number - other.number);
  }

  note({ seen: { number, sentAt, caller, request }, endedAt, response, fault }: Ended): void {
    const access = response?.access;
    this.#noted.push({
      number,
      sentAt,
      endedAt,
      caller,
      method: request.method,
      path: `/${request.version}${request.path}`,
      query: request.query,
      correlationId: request.header("client-request-id") ?? undefined,
      status: response?.status,
      code: response && response.status >= 400 ? codeOf(response.body) : undefined,
      seen: access && {
        reader: access.reader.name,
        lsn: access.view.lsn,
        behind: access.newest - access.view.lsn,
      },
      wrote: access?.wrote,
      fault,
    });
    if (this.#noted.length >= 2 * REMEMBERED) this.#noted.splice(0, REMEMBERED);
  }

  /** The same as data, in the order in which they ended. */
  get kept(): readonly RequestSnapshot[] {
    const veil = this.#veil();
    return this.#noted.slice(-REMEMBERED).map((noted) => shownBy(veil, noted));
  }

  /** Commits as anybody may see them: each has what a client has said of itself. */
  shown<C extends Pick<Commit, "correlationId">>(commits: readonly C[]): readonly C[] {
    const veil = this.#veil();
    return commits.map((commit) => {
      const { correlationId: said } = commit;
      const shown = said === undefined ? undefined : veil.text(said);
      return shown === said ? commit : { ...commit, correlationId: shown };
    });
  }

  /** Takes over what was noted elsewhere, before anything is sent here. */
  recall(requests: readonly RequestSnapshot[]): void {
    this.#noted.push(...requests.map(whole));
  }

  /** Forgets those from this number on: they have not happened. */
  forgetFrom(number: number): void {
    const kept = this.#noted.filter((noted) => noted.number < number);
    this.#noted.splice(0, this.#noted.length, ...kept);
  }
}

function shownBy(veil: Veil, noted: Omit<ServedRequest, "operation">): Omit<ServedRequest, "operation"> {
  const { path, query, correlationId } = noted;
  return {
    ...noted,
    path: veil.text(path),
    query: veil.query(query),
    correlationId: correlationId === undefined ? undefined : veil.text(correlationId),
  };
}

/** With what is left out in a file, in the order in which all others have it. */
function whole(request: RequestSnapshot): Omit<ServedRequest, "operation"> {
  const { number, sentAt, endedAt, caller, method, path, query } = request;
  const { correlationId, status, code, seen, wrote, fault } = request;
  return {
    ...{ number, sentAt, endedAt, caller, method, path, query, correlationId, status, code },
    seen,
    wrote,
    fault,
  };
}

function operationOf({ method, path }: Pick<ServedRequest, "method" | "path">): string {
  return operationName({ method, path: path.slice(path.indexOf("/", 1)) });
}

function codeOf(body: unknown): string | undefined {
  const { error } = (body ?? {}) as { readonly error?: { readonly code?: unknown } };
  return typeof error?.code === "string" ? error.code : undefined;
}
