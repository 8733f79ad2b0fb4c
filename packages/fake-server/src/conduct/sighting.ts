import type { GraphRequest, GraphResponse } from "../graph/index.ts";
import type { Party } from "../replication/index.ts";

/** One request of one caller, as the service sees it. What is seldom asked is worked out when it is. */
export class SeenRequest {
  /** Its number in the tenant, from 0. */
  readonly number: number;
  readonly caller: string;
  /** Whether the caller reads its own writes: an application on its own does not. */
  readonly hasSession: boolean;
  readonly sentAt: number;
  readonly request: GraphRequest;
  /** Whether it reached the service; one that did not is nobody's business. */
  hasArrived = true;
  readonly #operationOf: (request: GraphRequest) => string;
  #words: string | undefined;

  constructor(
    number: number,
    { name, session }: Party,
    request: GraphRequest,
    sentAt: number,
    operationOf: (request: GraphRequest) => string,
  ) {
    this.number = number;
    this.caller = name;
    this.hasSession = session !== undefined;
    this.request = request;
    this.sentAt = sentAt;
    this.#operationOf = operationOf;
  }

  get operation(): string {
    return this.#operationOf(this.request);
  }

  /** The `client-request-id` that it came with; `undefined` where it had none. */
  get correlationId(): string | undefined {
    return this.request.header("client-request-id") ?? undefined;
  }

  /** Method, path, query and body: two requests with the same words are the same request. */
  get words(): string {
    const { method, path, query, body = null } = this.request;
    this.#words ??= JSON.stringify([method, path, query, body]);
    return this.#words;
  }
}

/** How a request ended, as its caller saw it: with an answer, or without one. */
export interface SeenEnd {
  readonly seen: SeenRequest;
  readonly at: number;
  readonly response: GraphResponse | undefined;
}

/** Something that a client did badly. */
export interface Remark {
  readonly lint: Lint;
  /** What it did, and what it should have done. Holds no address, token or link. */
  readonly text: string;
  readonly caller: string;
  /** The numbers of the requests that show it, in order. */
  readonly requests: readonly number[];
  /** The `client-request-id`s that they came with, in the same order; `undefined` for one that had none. */
  readonly correlationIds: readonly (string | undefined)[];
  /** When, in milliseconds on the world's clock. */
  readonly at: number;
}

/** What clients are judged by. */
export type Lint =
  | "early-retry"
  | "ignored-cooldown"
  | "blind-resend"
  | "read-after-write"
  | "next-link-rebuilt"
  | "missing-consistency-level"
  | "unbounded-retries";

/** Judges the requests of one caller, in the order in which they were sent and ended. */
export interface Judge {
  sent?(seen: SeenRequest): string | undefined;
  ended?(end: SeenEnd): string | undefined;
  /** One that was sent, and never arrived. */
  missed?(seen: SeenRequest): void;
  /** What can only be said once nothing more comes. */
  atLast?(): readonly LastSaid[];
}

/** A remark, but for what it has in common with all others of its judge. */
export type LastSaid = Pick<Remark, "at" | "text" | "requests" | "correlationIds">;

/** What a judge may ask of the directory, beside what it sees of the requests. */
export interface Witness {
  /** Whether the object had been deleted by then, by whomever; in milliseconds on the world's clock. */
  wasGone(id: string, at: number): boolean;
  /** What of a `client-request-id` anybody may see. */
  shown(correlationId: string): string;
}

/** Statuses after which nobody knows what was carried out. */
export function isTrouble({ response }: SeenEnd): boolean {
  return response === undefined || [408, 500, 502, 503, 504].includes(response.status);
}

/** Statuses of a service that refuses for now. */
export function isRefusal({ response }: SeenEnd): boolean {
  return response?.status === 429 || response?.status === 509;
}
