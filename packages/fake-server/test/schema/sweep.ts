import { createWorld } from "@vestibule/fake-server";
import { callContext, type Method, type WireResponse } from "@vestibule/sdk/wire";
import { expect } from "vitest";
import { routes } from "../../src/graph/routes/index.ts";

export const CLOUDS = ["public", "usgov", "usgov-dod", "china"] as const;

interface Request {
  /** The route's, with its variables: `/users/{key}`. */
  readonly template: string;
  readonly path: string;
  readonly method: Method;
  readonly version: "v1.0" | "beta";
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A request that the sweep made, and its answer. */
export interface Swept extends Request {
  readonly origin: string;
  readonly answer: WireResponse;
}

interface More {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** What stands for the variables, where it is not what usually does. */
  readonly keys?: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, string | undefined>>;

/** A tenant of a cloud, and all that was asked of it. */
export class Sweep {
  readonly world = createWorld({ seed: 5 });
  readonly all: Swept[] = [];
  /** What stands for the variable after a path: `/users` for `{key}` in `/users/{key}`. */
  readonly keys: Record<string, string> = {};
  readonly contoso;
  readonly ada;
  readonly #transport;

  constructor(cloud: string) {
    this.contoso = this.world.cloud(cloud).tenant("contoso").domain("contoso.example");
    this.world.cloud(cloud).tenant("partner").domain("partner.example");
    this.ada = this.contoso.user("ada", { mail: "ada@contoso.example", department: "Sales" });
    this.contoso.administrators(this.ada);
    this.#transport = this.contoso.transport({ as: this.ada });
  }

  /** Asks as Ada, who may do everything. What a route has in one version only is asked for in that one. */
  async ask(
    method: Method,
    template: string,
    { body, query = {}, keys = {} }: More = {},
  ): Promise<WireResponse> {
    const version = routes.find((route) => route.path === template)?.only ?? "v1.0";
    const request = { template, path: this.#filled(template, keys), method, version, query, body };
    const answer = await this.send(request);
    this.all.push({ ...request, origin: this.#transport.cloud.graph, answer });
    return answer;
  }

  /** Sends a request, and keeps nothing of it. */
  send({ method, version, path, query, body }: Request): Promise<WireResponse> {
    return this.#transport.send({
      operation: { id: "sweep", effect: method === "GET" ? "read" : "idempotent" },
      ...{ method, version, target: { path, query } },
      headers: { consistencylevel: "eventual" },
      ...(body !== undefined && { body }),
      context: callContext(),
    });
  }

  /** Asks for what has to be carried out; the id that comes back stands for the variable from then on. */
  async done(method: Method, template: string, more: More = {}): Promise<Json> {
    const answer = await this.ask(method, template, more);
    expect([method, template, answer.status, answer.status < 400 ? "" : answer.body]).toEqual([
      method,
      template,
      expect.toSatisfy((status: number) => status < 300),
      "",
    ]);
    const body = (answer.body ?? {}) as Json;
    if (answer.status === 201) this.keys[template] = body.id ?? body.tenantId ?? "";
    return body;
  }

  #filled(template: string, keys: Readonly<Record<string, string>>): string {
    const segments = template.split("/");
    const filled = segments.map((segment, place) => {
      if (!segment.startsWith("{")) return segment;
      const before = segments.slice(0, place).join("/");
      return encodeURIComponent(keys[before] ?? this.keys[before] ?? "");
    });
    return filled.join("/");
  }
}

/** What was answered well, as `GET /users/{key}`. */
export function answeredIn({ all }: Sweep): ReadonlySet<string> {
  return new Set(
    all.filter(({ answer }) => answer.status < 300).map(({ method, template }) => `${method} ${template}`),
  );
}

/** Every method of every route, as `GET /users/{key}`. */
export function everyRoute(): readonly string[] {
  return routes.flatMap(({ path, methods }) => Object.keys(methods).map((method) => `${method} ${path}`));
}
