import { CLOUD_PROFILES, cloudOfKind } from "../directory/index.ts";
import { checkRule } from "../faults/index.ts";
import { topologyOf } from "../replication/index.ts";
import { readRule } from "./fault-rules.ts";
import type { TenantSnapshot, WorldSnapshot } from "./snapshot.ts";

type Problems = readonly string[];

/** What does not fit together in a snapshot whose form is right: the first of each kind, with its path. */
export function problemsOfMeaning({ tenants, realism }: WorldSnapshot): Problems {
  const readers = topologyOf(realism).readers.map(({ name }) => name);
  return [
    ...twins(tenants),
    ...tenants.flatMap((tenant, place) => {
      const path = `tenants[${place}]`;
      const parts = [kindProblems, objectProblems, placeProblems, ruleProblems];
      return [...readerProblems(tenant, readers), ...parts.flatMap((part) => part(tenant))].map(
        (problem) => `${path}.${problem}`,
      );
    }),
  ];
}

/** Names are unique within a cloud, domains everywhere. */
function twins(tenants: readonly TenantSnapshot[]): Problems {
  const holders = new Map<string, number>();
  const names = tenants.flatMap(({ cloud, name, domains }, place) => {
    const own = [`the tenant ${cloud}/${name}`, ...domains.map((domain) => `the domain ${domain}`)];
    return own.map((one) => [one, place] as const);
  });
  return names.flatMap(([name, place]) => {
    const holder = holders.get(name);
    holders.set(name, place);
    return holder === undefined ? [] : [`tenants[${place}] has ${name}, which tenants[${holder}] has`];
  });
}

function kindProblems({ cloud, kind }: TenantSnapshot): Problems {
  const profile = CLOUD_PROFILES.find(({ id }) => id === cloud);
  if (profile === undefined || kind === null) return [];
  return complaint("kind", () => cloudOfKind(profile, kind));
}

function readerProblems({ readers, routing, commits }: TenantSnapshot, names: readonly string[]): Problems {
  const given = readers.map(({ name }) => name);
  if (given.join() !== names.join()) return [`readers have to be ${names.join(", ")}, in this order`];
  const stray = Object.entries(routing.pins).find(([, name]) => !names.includes(name));
  return [
    ...readers.flatMap(({ applied }, place) =>
      applied > commits.length ? [`readers[${place}].applied lies after the last commit`] : [],
    ),
    ...(stray === undefined ? [] : [`routing.pins.${stray[0]} is no instance`]),
  ];
}

/** Every version belongs to a commit that wrote it, and whatever is named is there. */
function objectProblems({ commits, objects, found }: TenantSnapshot): Problems {
  const wrote = commits.map(({ ids }) => new Set(ids));
  const known = new Set(objects.map(({ id }) => id));
  return [
    ...(known.size < objects.length ? ["objects has one of them twice"] : []),
    ...objects.flatMap(({ id, versions }, place) =>
      versionProblems(versions, (lsn) => wrote[lsn - 1]?.has(id) ?? false).map(
        (problem) => `objects[${place}].versions${problem}`,
      ),
    ),
    ...commits.flatMap(({ ids }, place) => lost(`commits[${place}].ids`, ids, known)),
    ...found.flatMap(([, ids], place) => lost(`found[${place}]`, ids, known)),
  ];
}

function versionProblems(
  versions: TenantSnapshot["objects"][number]["versions"],
  wasWritten: (lsn: number) => boolean,
): Problems {
  const lsns = versions.map(({ lsn }) => lsn);
  const isOrdered = lsns.every((lsn, at) => at === 0 || lsn > (lsns[at - 1] as number));
  if (lsns.length === 0 || !isOrdered) return [" has to be one version or more, the oldest first"];
  return lsns.flatMap((lsn, at) =>
    wasWritten(lsn) ? [] : [`[${at}].lsn is ${lsn}, which is of no commit that wrote it`],
  );
}

function lost(path: string, ids: readonly string[], known: ReadonlySet<string>): Problems {
  const first = ids.find((id) => !known.has(id));
  return first === undefined ? [] : [`${path} names ${first}, which objects does not have`];
}

/** Places in the log lie in it. */
function placeProblems({ commits, objects, readableFrom, lists, deltas }: TenantSnapshot): Problems {
  const last = commits.length;
  const issued = objects.flatMap(({ versions }, place) =>
    versions.flatMap(({ value }, at) => {
      if (value === null || !("issuedBy" in value)) return [];
      const lsns = "replaced" in value ? [value.issuedBy, ...value.replaced] : [value.issuedBy];
      return lsns.some((lsn) => lsn > last) ? [`objects[${place}].versions[${at}].value.issuedBy`] : [];
    }),
  );
  const paths = [
    ...(readableFrom > last ? ["readableFrom"] : []),
    ...(lists.some(([lsn]) => lsn > last) ? ["lists"] : []),
    ...(deltas.some(([lsn]) => lsn > last) ? ["deltas"] : []),
    ...issued,
  ];
  return paths.map((path) => `${path} lies after the last commit`);
}

function ruleProblems({ faults }: TenantSnapshot): Problems {
  return faults.rules.flatMap(({ rule }, place) =>
    complaint(`faults.rules[${place}].rule`, () => checkRule(readRule(rule))),
  );
}

/** What a rule of another room says against a value. */
function complaint(path: string, check: () => void): Problems {
  try {
    check();
    return [];
  } catch (cause) {
    return [`${path}: ${(cause as Error).message}`];
  }
}
