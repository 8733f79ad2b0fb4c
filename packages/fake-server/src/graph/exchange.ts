import type { Access, Directory, Principal } from "../directory/index.ts";

/** One request to the fake Graph, as a plain value: no URL, no HTTP library. */
export interface GraphRequest {
  readonly method: string;
  readonly version: string;
  /** The path below the version, still encoded, with a slash in front. */
  readonly path: string;
  /** Query options by name, decoded. */
  readonly query: Readonly<Record<string, string>>;
  /** The name of an option that was given more than once; the last value counts. Absent: there is none. */
  readonly doubled?: string | undefined;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | null | undefined;
  /** A JSON value; `undefined` where there is none, {@link MALFORMED} where it could not be read. */
  readonly body: unknown;
  /** The origin that links in the answer start with. */
  readonly origin: string;
  /** The same for all requests of one call, where the way in can tell. */
  readonly call?: object;
}

/** Stands for a body that is no JSON. */
export const MALFORMED: unique symbol = Symbol("malformed JSON");

/** Stands for a body that says of itself that it is no JSON. */
export class ForeignBody {
  /** `undefined` where it says nothing. */
  readonly type: string | undefined;

  constructor(type: string | undefined) {
    this.type = type;
  }
}

/** What a route answers: the envelope around it is the same everywhere. */
export interface RouteAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Where to go instead: an address for the header of that name. */
  readonly location?: string;
}

/** What a route has to work with. */
export interface RouteContext {
  readonly directory: Directory;
  readonly access: Access;
  readonly caller: Principal;
  readonly request: GraphRequest;
  /** The variable segments of the path, in order. */
  readonly keys: readonly string[];
  /** Answers another request of the same caller, on its own. */
  readonly answer: (request: GraphRequest) => GraphResponse;
}

export type RouteHandler = (context: RouteContext) => RouteAnswer;

/** A whole answer of the fake Graph. */
export interface GraphResponse {
  /** Where it was read, and what it wrote. Absent where the directory was not asked. */
  readonly access?: Access;
  readonly status: number;
  readonly headers: { get(name: string): string | null; entries(): Iterable<readonly [string, string]> };
  readonly body: unknown;
}
