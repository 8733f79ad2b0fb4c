import { type AtLeastOne, type PartnerAccessChanges, TransportFailure } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { openClient } from "../open-client.ts";
import { answer, type Step } from "../scripted-transport.ts";
import { warningsOf } from "../warnings-of.ts";

const tenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const trusting = { inboundTrust: { isMfaAccepted: true } };
const done = answer(204);
const shows = (body: object) => answer(200, { tenantId, inboundTrust: null, ...body });
const users = (...targets: readonly string[]) => ({
  b2bCollaborationInbound: {
    usersAndGroups: {
      accessType: "allowed" as const,
      targets: targets.map((start) => ({
        target: `${start}aaaaaa-0000-4000-8000-000000000001`,
        targetType: "user" as const,
      })),
    },
  },
});

/** The warnings of reading the entry after changing it, once for each answer. */
async function readAfter(changes: object, ...answers: readonly Step[]) {
  const { b2b } = openClient([done, ...answers]);
  await b2b.crossTenantAccess.updatePartner(tenantId, changes as AtLeastOne<PartnerAccessChanges>);
  const codes: string[] = [];
  for (const _ of answers) codes.push(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId)));
  return codes;
}

describe("an answer after this client's own change", () => {
  test("is marked while it does not show it, and no more once it does", async () => {
    const before = shows({ inboundTrust: null });
    const after = shows({ inboundTrust: { isMfaAccepted: true, isCompliantDeviceAccepted: null } });
    expect(await readAfter(trusting, before, after, before, after)).toEqual([
      ...["behind-own-writes", "none", "behind-own-writes", "none"],
    ]);
  });

  test.each<[string, object, object]>([
    ["the order of a list", users("a1", "b2"), users("b2", "a1")],
    ["letters' case", users("a1"), users("A1")],
    [
      "how nothing is written",
      { inboundTrust: null, ...users("a1") },
      {
        inboundTrust: {
          isMfaAccepted: null,
          isCompliantDeviceAccepted: null,
          isHybridAzureADJoinedDeviceAccepted: null,
        },
        ...users("a1"),
      },
    ],
    [
      "what stands beside it",
      trusting,
      { inboundTrust: { isMfaAccepted: true, isCompliantDeviceAccepted: true } },
    ],
    ["what was not asked for", { ...trusting, isServiceProvider: true }, trusting],
  ])("may differ in %s", async (_, written, shown) => {
    expect(await readAfter(written, shows(shown))).toEqual(["none"]);
  });

  test.each<[string, object, object]>([
    ["a list with one too many", users("a1"), users("a1", "b2")],
    ["a list with another one", users("a1", "b2"), users("a1", "c3")],
    ["something where nothing was written", { inboundTrust: null }, trusting],
    ["another value", trusting, { inboundTrust: { isMfaAccepted: false } }],
  ])("is marked for %s", async (_, written, shown) => {
    expect(await readAfter(written, shows(shown))).toEqual(["behind-own-writes"]);
  });

  test("is held against all that was changed, one change after the other", async () => {
    const { b2b } = openClient([
      done,
      done,
      shows({ ...trusting, ...users("a1") }),
      shows({ ...trusting, ...users("b2") }),
    ]);
    await b2b.crossTenantAccess.updatePartner(tenantId, { ...trusting, ...users("a1") });
    await b2b.crossTenantAccess.updatePartner(tenantId, users("b2"));
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("behind-own-writes");
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("none");
  });

  test("is marked where it shows the second change without the first", async () => {
    const { b2b } = openClient([
      done,
      done,
      shows({ inboundTrust: { isMfaAccepted: false }, ...users("a1") }),
      shows({ ...trusting, ...users("a1") }),
    ]);
    await b2b.crossTenantAccess.updatePartner(tenantId, trusting);
    await b2b.crossTenantAccess.updatePartner(tenantId, users("a1"));
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("behind-own-writes");
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("none");
  });

  test("is not held against what was changed before everything was put back", async () => {
    const inboundTrust = {
      ...{ isMfaAccepted: false, isCompliantDeviceAccepted: false },
      isHybridAzureADJoinedDeviceAccepted: false,
    };
    const { b2b } = openClient([done, done, answer(200, { isServiceDefault: true, inboundTrust })]);
    await b2b.crossTenantAccess.updateDefault(trusting);
    await b2b.crossTenantAccess.resetDefault();
    expect(await warningsOf(b2b.crossTenantAccess.getDefault())).toBe("none");
  });

  test("is marked where it shows what is gone, and what has been put back is what it came with", async () => {
    const { b2b } = openClient([
      done,
      shows({}),
      done,
      done,
      answer(200, { ...trusting, isServiceDefault: false }),
    ]);
    await b2b.crossTenantAccess.removePartner(tenantId);
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("behind-own-writes");
    await b2b.crossTenantAccess.updateDefault(trusting);
    await b2b.crossTenantAccess.resetDefault();
    expect(await warningsOf(b2b.crossTenantAccess.getDefault())).toBe("behind-own-writes");
  });

  test("is taken as it is two minutes later", async () => {
    const { b2b, clock } = openClient([done, shows({ inboundTrust: null })]);
    await b2b.crossTenantAccess.updatePartner(tenantId, trusting);
    await clock.sleep(119_999);
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("behind-own-writes");
    await clock.sleep(1);
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("none");
  });

  test("is marked whatever it shows, where nobody knows whether the change was carried out", async () => {
    const { b2b } = openClient([answer(500), shows(trusting)], { retry: false });
    await b2b.crossTenantAccess.updatePartner(tenantId, trusting).safe();
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("behind-own-writes");
  });

  test("is marked after a change whose connection broke", async () => {
    const { b2b } = openClient([new TransportFailure("unknown"), shows(trusting)], { retry: false });
    const change = await b2b.crossTenantAccess.updatePartner(tenantId, trusting).safe();
    expect(change).toMatchObject({ ok: false, error: { outcome: "unknown" } });
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("behind-own-writes");
  });

  test("is as good as any where the change was refused, or is another organisation's", async () => {
    const other = "aaaaaaaa-0000-4000-8000-000000000002";
    const { b2b } = openClient([answer(403, {}), shows({}), done, shows({})]);
    await b2b.crossTenantAccess.updatePartner(tenantId, trusting).safe();
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("none");
    await b2b.crossTenantAccess.updatePartner(other, trusting);
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("none");
  });

  test("is taken as it is where too much was written since: the object written longest ago is forgotten first", async () => {
    const ids = [1, 2, 3].map((n) => `aaaaaaaa-0000-4000-8000-00000000000${n}`);
    const { b2b } = openClient([done, done, done, shows({ inboundTrust: null })], {
      readYourWrites: { capacity: 2 },
    });
    for (const id of ids) await b2b.crossTenantAccess.updatePartner(id, trusting);
    const codes: string[] = [];
    for (const id of ids) codes.push(await warningsOf(b2b.crossTenantAccess.getPartner(id)));
    expect(codes).toEqual(["none", "behind-own-writes", "behind-own-writes"]);
  });

  test("is marked by nobody where reading one's own writes is turned off", async () => {
    const { b2b } = openClient([done, shows({ inboundTrust: null })], { readYourWrites: false });
    await b2b.crossTenantAccess.updatePartner(tenantId, trusting);
    expect(await warningsOf(b2b.crossTenantAccess.getPartner(tenantId))).toBe("none");
  });
});
