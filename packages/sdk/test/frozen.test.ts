import { articleBoundary, clouds, defaultGuestProperties, guestUserRoles, limits } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

/** Where in a value something can still be changed. */
function loose(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, part]) => loose(part, `${path}.${name}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

describe("what everybody shares who imports the SDK", () => {
  test.each(Object.entries({ clouds, limits, defaultGuestProperties, guestUserRoles }))(
    "cannot be changed anywhere: %s",
    (name, value) => {
      expect(loose(value, name)).toEqual([]);
    },
  );

  test("throws at whoever tries, and stays as it was", () => {
    const changes = [
      () => Object.assign(clouds.public, { graph: "https://evil.example" }),
      () => Object.assign(limits["tenants-per-user"], { value: 3 }),
      () => Object.assign(limits, { another: limits["tenants-per-user"] }),
      () => Object.assign(limits["directory-objects"].remedies[0] ?? {}, { text: "Ask Eve." }),
      () => (limits["directory-objects"].remedies as unknown[]).push("x"),
      () => (clouds.usgov.lacks as Set<unknown>).clear(),
      () => (clouds.public.lacks as Set<unknown>).add("invitations"),
    ];
    for (const change of changes) expect(change).toThrow(TypeError);
    expect(clouds.public.graph).toBe("https://graph.microsoft.com");
    expect([...clouds.public.lacks]).toEqual([]);
    expect(clouds.usgov.lacks.has("multiTenantOrganization")).toBe(true);
  });

  test("can be spread into something of one's own", () => {
    const own = { ...clouds.public, id: "local", graph: "http://127.0.0.1:4000" };
    own.graph = "http://127.0.0.1:4001";
    expect(clouds.public.id).toBe("public");
  });
});

describe("a remedy of a reach", () => {
  test("cannot be changed for the next one who is told it", async () => {
    const policy = articleBoundary(clouds.public);
    const reach = await policy.evaluate({ kind: "tenant", tenant: { cloud: "china" } });
    const [first] = reach.reachable ? [] : reach.remedies;
    expect(loose(first, "remedy")).toEqual([]);
  });
});
