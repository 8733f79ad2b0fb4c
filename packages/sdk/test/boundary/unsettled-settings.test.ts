import { createB2BClient, staticHomes, tenantPolicy } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { invited, toAda } from "../graph-answers.ts";
import { answer, scriptedTransport } from "../scripted-transport.ts";

describe("a guest judged by settings that do not show yet what this client has changed", () => {
  test("is let through with a warning, even where the client refuses whom nobody can tell of", async () => {
    const tenantId = "bbbbbbbb-0000-4000-8000-000000000002";
    const inboundTrust = { isMfaAccepted: true };
    const transport = scriptedTransport([
      ({ operation }) => {
        if (operation.id === "crossTenantAccess.updatePartner") return answer(204);
        if (operation.id === "invitations.create") return invited;
        return answer(200, { tenantId, inboundTrust: null });
      },
    ]);
    const resolver = staticHomes({
      "fabrikam.com": { kind: "tenant", tenant: { cloud: "public", tenantId } },
    });
    const b2b = createB2BClient({
      ...{ transport, clock: new VirtualClock() },
      boundary: { resolver, policy: tenantPolicy, onUnknown: "refuse" },
    });
    await b2b.crossTenantAccess.updatePartner(tenantId, { inboundTrust });
    const { warnings } = await b2b.invitations.create(toAda).meta();
    expect(warnings.map(({ code }) => code)).toEqual(["behind-own-writes"]);
  });
});
