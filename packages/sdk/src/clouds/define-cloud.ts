import type { Capability } from "./capability.ts";
import { type Cloud, type CloudId, clouds } from "./cloud.ts";
import { SECURE_ORIGIN, secureOrigin } from "./origin.ts";

/** What a cloud of one's own is made of. */
export interface CloudDefinition {
  /** A name that none of {@link clouds} has. */
  readonly id: string;
  /** The name that cross-tenant settings use, for example `sovcloud-identity.fr`. */
  readonly instance: string;
  readonly graph: string;
  readonly login: string;
  readonly portal: string;
  /** Default: all that has been consented to on its Graph, `{graph}/.default`. */
  readonly scope?: string;
  /** Default: nothing. */
  readonly lacks?: Iterable<Capability>;
}

/**
 * Makes a cloud that is not among {@link clouds}: one that was announced later, or a test server's.
 *
 * @example
 * ```ts
 * defineCloud({
 *   id: "govsg",
 *   instance: "sovcloud-identity.sg",
 *   graph: "https://graph.svc.sovcloud.sg",
 *   login: "https://login.sovcloud-identity.sg",
 *   portal: "https://portal.sovcloud-azure.sg",
 *   lacks: ["invitations"],
 * });
 * ```
 * @throws TypeError for an id that is taken or empty, for an address that is neither https nor on a loopback host, and for what is not known here
 */
export function defineCloud(definition: CloudDefinition): Cloud {
  refuseOtherNames(definition);
  const { id, instance } = definition;
  if (typeof id !== "string" || !/^[\w.-]+$/.test(id)) {
    throw new TypeError("defineCloud: id must be a name of letters, digits, dots and dashes");
  }
  if (Object.hasOwn(clouds, id)) {
    throw new TypeError(`defineCloud: "${id}" is a cloud already: take clouds["${id}"], or another id`);
  }
  if (typeof instance !== "string" || instance === "") {
    throw new TypeError(
      "defineCloud: instance must be the name that cross-tenant settings use, for example microsoftonline.us",
    );
  }
  const graph = originOf("graph", definition.graph);
  return Object.freeze({
    id,
    instance,
    graph,
    login: originOf("login", definition.login),
    portal: originOf("portal", definition.portal),
    scope: scopeOf(definition.scope, graph),
    lacks: lacksOf(definition.lacks),
  });
}

const NAMES = ["id", "instance", "graph", "login", "portal", "scope", "lacks"];

function refuseOtherNames(definition: unknown): void {
  if (typeof definition !== "object" || definition === null) {
    throw new TypeError(`defineCloud: definition must be an object with ${NAMES.join(", ")}`);
  }
  const other = Object.keys(definition).find((name) => !NAMES.includes(name));
  if (other === undefined) return;
  throw new TypeError(`defineCloud: ${other} is not known here; there are ${NAMES.join(", ")}`);
}

function scopeOf(scope: unknown, graph: string): string {
  if (scope === undefined) return `${graph}/.default`;
  if (typeof scope === "string" && scope !== "") return scope;
  throw new TypeError(`defineCloud: scope must be a text, for example ${graph}/.default`);
}

function lacksOf(lacks: Iterable<Capability> | undefined): ReadonlySet<Capability> {
  if (lacks === undefined) return new Set();
  const isList = typeof lacks === "object" && typeof lacks?.[Symbol.iterator] === "function";
  if (isList) return new Set(lacks);
  throw new TypeError('defineCloud: lacks must be a list, for example ["invitations"]');
}

/**
 * The cloud with this id, for configuration that names it.
 *
 * @param others - clouds of one's own that may be named too
 * @throws TypeError for an id that none of them has
 */
export function cloudById(id: CloudId, others: readonly Cloud[] = []): Cloud {
  if (!Array.isArray(others)) throw new TypeError("cloudById: others must be a list of clouds");
  const all: readonly Cloud[] = [...others, ...Object.values(clouds)];
  const found = all.find((cloud) => cloud.id === id);
  if (found) return found;
  const names = [...new Set(all.map((cloud) => cloud.id))].join(", ");
  throw new TypeError(
    `there is no cloud ${typeof id === "string" ? JSON.stringify(id) : `by a ${typeof id}`}; there are ${names}. GCC is in public, GCC High is usgov, DoD is usgov-dod. ` +
      "A cloud of your own is made with defineCloud",
  );
}

function originOf(name: string, text: unknown): string {
  const origin = typeof text === "string" ? secureOrigin(text) : undefined;
  if (origin === undefined) throw new TypeError(`defineCloud: ${name} ${SECURE_ORIGIN}`);
  return origin;
}
