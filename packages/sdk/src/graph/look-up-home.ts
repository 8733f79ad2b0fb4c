import { type Cloud, type Home, type HomeName, clouds as liveClouds } from "../clouds/index.ts";
import { askLoginHost, type LoginHostLine } from "./login-host.ts";
import { publishedHome } from "./published-home.ts";

/** Nobody could tell this time: not to be remembered. */
export class Undecided extends Error {
  override readonly name = "Undecided";
}

/**
 * Looks a home up at the login hosts of `clouds`: at the first one, which knows most, and where that does not settle it at
 * all others at once.
 *
 * @throws Undecided where they do not settle it either
 */
export async function lookUpHome(
  line: LoginHostLine,
  clouds: readonly Cloud[],
  asked: HomeName,
): Promise<Home> {
  const [first = "", ...others] = new Set(clouds.map(originOf));
  const ask = (host: string) => saidBy(line, host, asked, clouds);
  const most = await ask(first);
  if (isHome(most)) return most;
  const rest = await Promise.all(others.map(ask));
  const [home, ...more] = rest.filter(isHome);
  if (home !== undefined && more.every((other) => isSame(home, other))) return home;
  const isNowhere = [most, ...rest].every((said) => said === "no-such-tenant");
  if (isNowhere && asked.kind === "domain" && areAllAsked(clouds)) return { kind: "unmanaged" };
  throw new Undecided();
}

async function saidBy(
  line: LoginHostLine,
  host: string,
  asked: HomeName,
  clouds: readonly Cloud[],
): Promise<Home | "no-such-tenant" | "nothing"> {
  const answer = await askLoginHost(line, host, asked.name);
  if (answer.kind !== "document") return answer.kind;
  return publishedHome(answer.document, asked, clouds) ?? "nothing";
}

function isHome(said: Home | "no-such-tenant" | "nothing"): said is Home {
  return typeof said === "object";
}

function isSame(one: Home, other: Home): boolean {
  if (one.kind !== "tenant" || other.kind !== "tenant") return one.kind === other.kind;
  return one.tenant.cloud === other.tenant.cloud && one.tenant.tenantId === other.tenant.tenantId;
}

/** Only whoever has asked every cloud that is live knows that a domain is in none. */
function areAllAsked(clouds: readonly Cloud[]): boolean {
  const asked = new Set(clouds.map(originOf));
  return Object.values(liveClouds).every((cloud) => asked.has(originOf(cloud)));
}

function originOf({ login }: Cloud): string {
  return login.replace(/\/$/, "");
}
