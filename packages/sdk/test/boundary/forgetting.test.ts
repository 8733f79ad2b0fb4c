import { type B2BClientOptions, createB2BClient, staticHomes, tenantPolicy } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { answer, scriptedTransport } from "../scripted-transport.ts";

const tenantId = "bbbbbbbb-0000-4000-8000-000000000002";
const everybody = {
  usersAndGroups: { accessType: "allowed", targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: {
    accessType: "allowed",
    targets: [{ target: "AllApplications", targetType: "application" }],
  },
};

/** How much later than a change of its own a client remembers again what it reads, in whole seconds. */
async function secondsUntilRemembered(readYourWrites: B2BClientOptions["readYourWrites"]): Promise<number> {
  const clock = new VirtualClock();
  const transport = scriptedTransport([
    ({ operation }) =>
      operation.id === "crossTenantAccess.updatePartner"
        ? answer(204)
        : answer(200, {
            tenantId,
            inboundTrust: { isMfaAccepted: true },
            b2bCollaborationInbound: everybody,
          }),
  ]);
  const resolver = staticHomes({ "fabrikam.com": { kind: "tenant", tenant: { cloud: "public", tenantId } } });
  const b2b = createB2BClient({
    ...{ transport, clock, boundary: { resolver, policy: tenantPolicy } },
    ...(readYourWrites !== undefined && { readYourWrites }),
  });
  await b2b.crossTenantAccess.updatePartner(tenantId, { inboundTrust: { isMfaAccepted: true } });
  const changedAt = clock.now();
  const asks = async () => {
    const before = transport.sent.length;
    await b2b.boundary.check("fabrikam.com");
    return transport.sent.length > before;
  };
  while ((await asks()) && (await asks())) await clock.sleep(1_000);
  return (clock.now() - changedAt) / 1_000;
}

describe("after a change of its own, a client remembers no settings that may be from before", () => {
  test.each<[string, B2BClientOptions["readYourWrites"], number]>([
    ["for two minutes, where nobody said how long instances lag", undefined, 120],
    ["as long as it was told that instances lag, where that is longer", { windowMs: 600_000 }, 600],
    ["no longer than that, where it is shorter", { windowMs: 10_000 }, 10],
    ["for two minutes also where it does not wait for its own writes", false, 120],
    ["for two minutes where just the number of ids is its own", { capacity: 5 }, 120],
  ])("%s", async (_, readYourWrites, seconds) => {
    expect(await secondsUntilRemembered(readYourWrites)).toBe(seconds);
  });
});
