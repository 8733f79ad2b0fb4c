import type { Profile } from "../schema/index.ts";
import { GraphError } from "./errors.ts";
import type { RouteHandler } from "./exchange.ts";
import type { OptionName } from "./query-options.ts";

/** One path of the API, such as `/users/{key}`, and what answers each method. */
export interface Route {
  readonly path: string;
  /** Whether advanced queries of it are answered by the index. */
  readonly hasIndex?: boolean;
  /** The navigation that its last segment is, where a cloud may lack it: `["user", "sponsorOf"]`. */
  readonly follows?: readonly [type: string, navigation: string];
  /** The one version of the API that has it. Absent: every version. */
  readonly only?: "v1.0" | "beta";
  /** What a read applies of its options besides `$select`; it refuses the others. Absent: none. */
  readonly takes?: readonly OptionName[];
  readonly methods: Readonly<Partial<Record<"GET" | "POST" | "PATCH" | "PUT" | "DELETE", RouteHandler>>>;
}

interface Node {
  readonly fixed: Map<string, Node>;
  variable: Node | undefined;
  route: Route | undefined;
}

export interface Match {
  readonly route: Route;
  readonly handler: RouteHandler;
  readonly keys: readonly string[];
  readonly segments: readonly string[];
}

/** Finds what answers a path: a tree of segments, so that the number of routes costs nothing. */
export class Router {
  readonly #root = newNode();

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      let node = this.#root;
      for (const segment of route.path.slice(1).split("/")) node = step(node, segment);
      node.route = route;
    }
  }

  /**
   * @throws GraphError for a path or a method that nothing answers in this cloud
   */
  match(method: string, segments: readonly string[], version: string, profile: Profile): Match {
    const keys: string[] = [];
    let node = this.#root;
    for (const segment of segments) {
      const next = stepTo(node, segment.toLowerCase(), method);
      if (next === undefined) throw unknownSegment(segment);
      if (next === node.variable) keys.push(segment);
      node = next;
    }
    const { route } = node;
    if (route === undefined || (route.only ?? version) !== version || !exists(route, profile)) {
      throw unknownSegment(segments.at(-1) ?? "");
    }
    const handler = Object.hasOwn(route.methods, method) ? route.methods[method as "GET"] : undefined;
    if (handler === undefined) {
      throw methodNotAllowed();
    }
    return { route, handler, keys, segments };
  }
}

function step(node: Node, segment: string): Node {
  if (segment.startsWith("{")) {
    node.variable ??= newNode();
    return node.variable;
  }
  const name = segment.toLowerCase();
  const next = node.fixed.get(name) ?? newNode();
  node.fixed.set(name, next);
  return next;
}

const NAMESPACE = "microsoft.graph.";

/** An action goes by its whole name too. */
function stepTo({ fixed, variable }: Node, name: string, method: string): Node | undefined {
  const known = fixed.get(name);
  if (known !== undefined || method !== "POST" || !name.startsWith(NAMESPACE)) return known ?? variable;
  return fixed.get(name.slice(NAMESPACE.length)) ?? variable;
}

function newNode(): Node {
  return { fixed: new Map(), variable: undefined, route: undefined };
}

function exists({ follows }: Route, profile: Profile): boolean {
  return follows === undefined || profile.has(...follows);
}

/** The wording is assumed. */
export function methodNotAllowed(): GraphError {
  return new GraphError(
    405,
    "Request_BadRequest",
    "Specified HTTP method is not allowed for the request target.",
  );
}

function unknownSegment(segment: string): GraphError {
  return new GraphError(400, "BadRequest", `Resource not found for the segment '${segment}'.`);
}
