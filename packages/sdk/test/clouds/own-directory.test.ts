import { type BoundaryPolicy, clouds, type Home, type OwnSettings, tenantBoundary } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

const ownId = "aaaaaaaa-0000-4000-8000-000000000001";
const otherId = "bbbbbbbb-0000-4000-8000-000000000002";
const usgov = (tenantId?: string): Home => ({
  kind: "tenant",
  tenant: { cloud: "usgov", ...(tenantId !== undefined && { tenantId }) },
});
const across: Home = { kind: "tenant", tenant: { cloud: "public", tenantId: otherId } };
const china: Home = { kind: "tenant", tenant: { cloud: "china", tenantId: otherId } };

/** Everything is open, and everybody let in. */
const open: OwnSettings = {
  openClouds: async () => ["microsoftonline.com", "microsoftonline.us"],
  partner: async () => ({ isListed: true, isLetIn: true }),
  ownTenantId: async () => ownId,
};
const reasonOf = async (policy: BoundaryPolicy, home: Home) => {
  const reach = await policy.evaluate(home);
  return reach.reachable ? reach.via : reach.reason;
};

describe("a directory of the government's without B2B collaboration", () => {
  const older = tenantBoundary(clouds.usgov, { ...open, collaborates: async () => false });

  test.each<[string, Home]>([
    ["an organisation of its own cloud", usgov(otherId)],
    ["one of another cloud", across],
    ["one of a cloud that cannot be opened either", china],
    ["a personal account", { kind: "consumer" }],
    ["a domain that nobody manages", { kind: "unmanaged" }],
  ])("takes nobody: %s", async (_, home) => {
    const reach = await older.evaluate(home);
    expect(reach).toMatchObject({ reachable: false, reason: "directory-unsupported", to: "usgov" });
    expect(reach.reachable ? [] : reach.remedies.map(({ action }) => action)).toEqual(["create-member"]);
  });

  test("takes its own people, and leaves open who may be of them", async () => {
    expect(await older.evaluate(usgov(ownId.toUpperCase()))).toEqual({ reachable: true, via: "same-cloud" });
    expect(await reasonOf(older, usgov())).toBe("home-unknown");
    expect(await reasonOf(older, { kind: "unknown" })).toBe("home-unknown");
  });
});

describe("a directory of the government's of which nobody can tell whether it has B2B collaboration", () => {
  const unread: readonly NonNullable<OwnSettings["collaborates"]>[] = [
    async () => undefined,
    () => Promise.reject(new Error("forbidden")),
  ];

  test.each(unread)(
    "leaves to the service whom it would let in, and knows whom it would not: %#",
    async (of) => {
      const policy = tenantBoundary(clouds["usgov-dod"], { ...open, collaborates: of });
      for (const home of [usgov(otherId), across, { kind: "consumer" } as const]) {
        expect(await policy.evaluate(home)).toMatchObject({
          reachable: undefined,
          reason: "settings-unread",
        });
      }
      expect(await reasonOf(policy, china)).toBe("pair-unsupported");
      expect(await reasonOf(policy, usgov(ownId))).toBe("same-cloud");
    },
  );

  test("ends the wait of a caller who gives up", async () => {
    const controller = new AbortController();
    const policy = tenantBoundary(clouds.usgov, {
      ...open,
      collaborates: async () => {
        controller.abort(new Error("enough"));
        throw new Error("stopped");
      },
    });
    await expect(policy.evaluate(across, controller.signal)).rejects.toThrow("stopped");
  });
});

test("a directory of any other cloud has no older kind, and is not asked", async () => {
  const never = () => Promise.reject(new Error("not to be asked"));
  for (const own of [clouds.public, clouds.china]) {
    const policy = tenantBoundary(own, { ...open, collaborates: never });
    const home: Home = { kind: "tenant", tenant: { cloud: own.id, tenantId: otherId } };
    expect(await reasonOf(policy, home)).toBe("same-cloud");
  }
});

test("settings that do not tell which organisation is their own refuse nobody of their cloud", async () => {
  const policy = tenantBoundary(clouds.public, {
    ...open,
    partner: async () => ({ isListed: false, isLetIn: false }),
    ownTenantId: async () => undefined,
  });
  const home: Home = { kind: "tenant", tenant: { cloud: "public", tenantId: otherId } };
  expect(await policy.evaluate(home)).toMatchObject({ reachable: undefined, reason: "settings-unread" });
});
