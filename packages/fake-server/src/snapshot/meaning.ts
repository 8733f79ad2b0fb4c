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

/** Every version belongs to a commit that wrote it, and every commit has written what it says. */
function objectProblems({ commits, objects, found }: TenantSnapshot): Problems {
  const wrote = commits.map(({ ids }) => new Set(ids));
  const known = new Set(objects.map(({ id }) => id));
  const problems: string[] = [];
  if (known.size < objects.length) problems.push("objects has one of them twice");
  for (const [place, { id, versions }] of objects.entries()) {
    const lsns = versions.map(({ lsn }) => lsn);
    const isOrdered = lsns.every((lsn, at) => at === 0 || lsn > (lsns[at - 1] as number));
    if (lsns.length === 0 || !isOrdered)
      problems.push(`objects[${place}].versions has to be one version or more, the oldest first`);
    const stray = lsns.findIndex((lsn) => !wrote[lsn - 1]?.has(id));
    if (stray >= 0)
      problems.push(`objects[${place}].versions[${stray}].lsn is of no commit that wrote ${id}`);
  }
  for (const [place, { ids }] of commits.entries()) {
    const lost = ids.find((id) => !known.has(id));
    if (lost !== undefined) problems.push(`commits[${place}].ids names ${lost}, which objects does not have`);
  }
  for (const [place, [, ids]] of found.entries()) {
    const lost = ids.find((id) => !known.has(id));
    if (lost !== undefined) problems.push(`found[${place}] names ${lost}, which objects does not have`);
  }
  return problems.slice(0, 5);
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
