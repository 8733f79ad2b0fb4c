import {
  type Cloud,
  type CloudId,
  cloudById,
  HOME_NAME,
  type Home,
  isHome,
  readHomeName,
  SECURE_ORIGIN,
  secureOrigin,
} from "../clouds/index.ts";
import { invalidInput, nameProblems, problemUnless } from "../errors/index.ts";
import type { DiscoverHomesOptions } from "./discover-homes.ts";
import { waysOut } from "./ways-out.ts";

/** What somebody knows of a home: all of it, its cloud, or its tenant id. */
export type GivenHome = Home | CloudId | { readonly tenantId: string };

/** The numbers, clouds and homes that discovery is told. */
export interface DiscoveryOptions {
  readonly clouds: readonly Cloud[];
  readonly homes: Readonly<Record<string, GivenHome>>;
  readonly timeoutMs: number;
  readonly ttlMs: number;
  readonly capacity: number;
}

interface Problem {
  readonly path: string;
  readonly expected: string;
}

const NAMES = ["clouds", "homes", "ky", "fetch", "clock", "timeoutMs", "ttlMs", "capacity"];

/** @throws B2BError `invalid-input` for options that nobody knows, and for a way out or a clock that is none */
export function refuseBadMeans(options: DiscoverHomesOptions): void {
  const { clock } = options ?? {};
  const isClock =
    clock === undefined || (typeof clock?.now === "function" && typeof clock.sleep === "function");
  const problems = [
    ...nameProblems(options, NAMES),
    ...waysOut(options),
    ...problemUnless(isClock, "clock", "must be a clock, with `now` and `sleep`"),
  ];
  if (problems.length > 0) throw invalidInput("discoverHomes", problems);
}

/** The given homes by name, in lower case. @throws B2BError `invalid-input` for options that cannot be right */
export function readGivenHomes(
  options: DiscoveryOptions,
): ReadonlyMap<string, Home | { readonly tenantId: string }> {
  const isRecord = typeof options.homes === "object" && options.homes !== null;
  const problems = [
    ...numberProblems(options),
    ...cloudProblems(options.clouds),
    ...problemUnless(isRecord, "homes", 'must be an object, such as { "fabrikam.cn": "china" }'),
  ];
  const given = new Map<string, Home | { readonly tenantId: string }>();
  for (const [written, home] of Object.entries(problems.length > 0 ? {} : options.homes)) {
    const name = readHomeName(written);
    const read = readGivenHome(home, options.clouds);
    if (name === undefined) problems.push({ path: "homes", expected: `has a name that ${HOME_NAME}` });
    else if (typeof read === "string") problems.push({ path: `homes["${name.name}"]`, expected: read });
    else given.set(name.name, read);
  }
  if (problems.length > 0) throw invalidInput("discoverHomes", problems);
  return given;
}

function numberProblems({ timeoutMs, ttlMs, capacity }: DiscoveryOptions): Problem[] {
  return Object.entries({ timeoutMs, ttlMs, capacity }).flatMap(([path, value]) =>
    typeof value === "number" && value > 0 ? [] : [{ path, expected: "must be a number above 0" }],
  );
}

function cloudProblems(clouds: readonly Cloud[]): Problem[] {
  if (!Array.isArray(clouds) || clouds.length === 0) {
    return [{ path: "clouds", expected: "must hold a cloud, for example clouds.public" }];
  }
  return clouds.flatMap((cloud: Cloud | undefined, index) =>
    typeof cloud?.login === "string" && secureOrigin(cloud.login) !== undefined
      ? []
      : [{ path: `clouds[${index}].login`, expected: SECURE_ORIGIN }],
  );
}

/** The home, or what is wrong with it. */
function readGivenHome(
  home: GivenHome,
  clouds: readonly Cloud[],
): Home | { readonly tenantId: string } | string {
  if (typeof home === "string")
    return cloudProblem(home, clouds) ?? { kind: "tenant", tenant: { cloud: home } };
  if (isHome(home)) return (home.kind === "tenant" ? tenantProblem(home.tenant, clouds) : undefined) ?? home;
  return home?.tenantId === undefined ? A_HOME : (tenantIdOf(home.tenantId) ?? TENANT_ID);
}

const A_HOME = 'must be the id of a cloud, { tenantId }, or a home such as { kind: "consumer" }';

const TENANT_ID = "must be a tenant id (a GUID)";

function tenantProblem(
  { cloud, tenantId }: { readonly cloud: CloudId; readonly tenantId?: string },
  clouds: readonly Cloud[],
): string | undefined {
  if (tenantId !== undefined && tenantIdOf(tenantId) === undefined) return TENANT_ID;
  return cloudProblem(cloud, clouds);
}

function tenantIdOf(text: string): { readonly tenantId: string } | undefined {
  const name = readHomeName(text);
  return name?.kind === "tenant-id" ? { tenantId: name.name } : undefined;
}

function cloudProblem(id: CloudId, clouds: readonly Cloud[]): string | undefined {
  try {
    cloudById(id, clouds);
    return undefined;
  } catch (problem) {
    return `must name a cloud: ${(problem as TypeError).message}`;
  }
}
