import {
  type Cloud,
  clouds,
  createB2BClient,
  defineCloud,
  type Home,
  type HomeResolver,
  tenantBoundary,
} from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { answer, pathOf, scriptedTransport } from "../scripted-transport.ts";

const ownTenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const homeTenantId = "bbbbbbbb-0000-4000-8000-000000000002";
const moon = defineCloud({
  ...{ id: "moon", instance: "login.moon.example" },
  ...{ graph: "https://graph.moon.example", login: "https://login.moon.example" },
  portal: "https://portal.moon.example",
});

const pairs: readonly (readonly [own: Cloud, home: string])[] = [
  [clouds.public, "moon"],
  [moon, "public"],
  [clouds.usgov, "moon"],
  [clouds.public, "a cloud that nobody has told of"],
];

describe.each(pairs)("no guest crosses to a cloud that no page pairs with it: $id from %s", (own, cloud) => {
  const home: Home = { kind: "tenant", tenant: { cloud, tenantId: homeTenantId } };

  test("by settings that have opened it", async () => {
    const everything = [...Object.values(clouds).map(({ instance }) => instance), moon.instance, cloud];
    const policy = tenantBoundary(own, {
      openClouds: async () => everything,
      partner: async () => ({ isListed: true, isLetIn: true }),
    });
    expect(await policy.evaluate(home)).toMatchObject({ reachable: false, reason: "pair-unsupported" });
  });

  test("by what is foreseen of the sign-in", async () => {
    const everything = [...Object.values(clouds).map(({ instance }) => instance), moon.instance, cloud];
    const transport = scriptedTransport(
      [
        (request) => {
          const path = pathOf(request);
          if (path.includes("conditionalAccess")) return answer(200, { value: [] });
          if (path.includes("/organization")) return answer(200, { value: [{ id: ownTenantId }] });
          if (path.includes("/partners/")) return answer(200, { tenantId: homeTenantId, inboundTrust: null });
          return answer(200, { allowedCloudEndpoints: everything, inboundTrust: null });
        },
      ],
      own,
    );
    const resolver: HomeResolver = { resolve: async () => home };
    const b2b = createB2BClient({ transport, clock: new VirtualClock(), boundary: { resolver } });
    const { outcome, shutOutBy } = await b2b.signIn.predict({ homeTenantId, homeMfa: "not-required" });
    expect(outcome).toBe("blocked");
    expect(shutOutBy).toMatchObject([
      { decidedBy: "clouds", because: expect.stringContaining("do not cross") },
    ]);
  });
});
