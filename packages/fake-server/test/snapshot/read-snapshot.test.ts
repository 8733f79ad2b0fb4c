import { createWorld, readSnapshot, snapshotSchema, type WorldSnapshot } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import published from "../../snapshot.schema.json" with { type: "json" };

/** A snapshot with something of what can be wrong in one. */
function saved(): WorldSnapshot {
  const world = createWorld({ seed: 3, realism: "documented" });
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  contoso.user("mia");
  contoso.faults.add({ effect: "throttled", match: { path: /users/ } });
  return JSON.parse(JSON.stringify(world.snapshot())) as WorldSnapshot;
}

/** The same with another value at a path. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const snapshot: unknown = saved();
  let place = snapshot;
  for (const part of path.slice(0, -1)) place = Reflect.get(place as object, part);
  Reflect.set(place as object, path.at(-1) ?? "", value);
  return snapshot;
}

const tenant = ["tenants", 0] as const;

describe("readSnapshot", () => {
  test("takes what a world has given, as it is or in the text of a file", () => {
    expect(readSnapshot(saved())).toEqual(saved());
    expect(readSnapshot(JSON.stringify(saved()))).toEqual(saved());
  });

  test.each<[string, readonly (string | number)[], unknown, string]>([
    ["another version", ["version"], 2, "version is 2; this fake reads version 1"],
    ["no version", ["version"], undefined, "version has to be 1"],
    ["a name that it does not have", ["sed"], 5, 'has no "sed"'],
    ["a time that is none", ["now"], "noon", 'now has to be a number, not "noon"'],
    ["a cloud that there is none of", [...tenant, "cloud"], "moon", "tenants[0].cloud has to be"],
    ["a kind of another cloud", [...tenant, "kind"], "USG", "tenants[0].kind: the cloud"],
    ["a domain of two tenants", ["tenants", 1, "domains"], ["contoso.example"], "which tenants[0] has"],
    ["a tenant twice", ["tenants", 1, "name"], "contoso", "tenants[1] has the tenant public/contoso"],
    ["an instance too few", [...tenant, "readers"], [], "tenants[0].readers have to be graph/weu-1"],
    ["a place after the end", [...tenant, "readers", 0, "applied"], 99, "readers[0].applied lies after"],
    ["a session nowhere", [...tenant, "routing", "pins"], { "a|b": "x" }, "routing.pins.a|b is no instance"],
    ["a kind of objects", [...tenant, "objects", 0, "versions", 0, "value", "kind"], "usr", "value"],
    [
      "an object without a name",
      [...tenant, "objects", 0, "versions", 0, "value", "userPrincipalName"],
      undefined,
      "tenants[0].objects[0].versions[0].value.userPrincipalName has to be a text, not undefined",
    ],
    ["a version of no commit", [...tenant, "objects", 0, "versions", 0, "lsn"], 7, "of no commit that wrote"],
    ["no version", [...tenant, "objects", 0, "versions"], [], "has to be one version or more"],
    ["an object that is lost", [...tenant, "commits", 0, "ids"], ["nobody"], "names nobody, which objects"],
    ["a list after the end", [...tenant, "lists"], [[99, 0]], "tenants[0].lists lies after the last commit"],
    [
      "a fault that there is none of",
      [...tenant, "faults", "rules", 0, "rule", "effect"],
      "meteor",
      'tenants[0].faults.rules[0].rule: there is no fault "meteor"',
    ],
    [
      "a pattern that is none",
      [...tenant, "faults", "rules", 0, "rule", "match", "path", "pattern"],
      "(",
      "tenants[0].faults.rules[0].rule: Invalid regular expression",
    ],
  ])("refuses %s, with its path and why", (_, path, value, says) => {
    expect(() => readSnapshot(changed(path, value))).toThrow(TypeError);
    expect(() => readSnapshot(changed(path, value))).toThrow(says);
  });

  test.each<[unknown, string]>([
    ["{", "snapshot: it is no JSON"],
    ["[]", "snapshot: has to be an object, not a list"],
    [null, "snapshot: has to be an object"],
    [{ version: 1 }, "seed"],
  ])("refuses %j", (value, says) => {
    expect(() => readSnapshot(value)).toThrow(says);
  });

  test("names no more than a few problems, and how many there are besides", () => {
    const commits = saved().tenants[0]?.commits.map(() => ({}));
    const many = changed([...tenant, "commits"], [...(commits ?? []), {}, {}]);
    expect(() => readSnapshot(many)).toThrow(/; and \d+ more$/);
  });

  test("refuses a lag that is none where it would be put to use, with the tenant", () => {
    const snapshot = changed([...tenant, "readers", 0, "lag"], "soon");
    expect(() => createWorld({ snapshot: snapshot as WorldSnapshot })).toThrow(
      'snapshot: tenants[0]: "soon" is no',
    );
  });

  test("goes by a schema that is published", () => {
    expect(snapshotSchema()).toEqual(published);
  });
});
