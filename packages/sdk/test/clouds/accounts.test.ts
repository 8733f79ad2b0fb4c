import {
  articleBoundary,
  type Cloud,
  clouds,
  type Home,
  type OwnSettings,
  tenantBoundary,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

const settings: OwnSettings = {
  openClouds: async () => ["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"],
  partner: async () => ({ isListed: true, isLetIn: true }),
};
const rules = { article: articleBoundary, settings: (own: Cloud) => tenantBoundary(own, settings) };
const older: Home = { kind: "tenant", tenant: { cloud: "usgov", tenantId: "x", regionScope: "USG" } };
const today: Home = { kind: "tenant", tenant: { cloud: "usgov", tenantId: "x", regionScope: "USGov" } };

describe.each(Object.entries(rules))("the kind of account, by the rule of the %s,", (_, rule) => {
  test("keeps personal accounts out of China, and advises a work account or a member account", async () => {
    const reach = await rule(clouds.china).evaluate({ kind: "consumer" });
    expect(reach).toMatchObject({ reachable: false, reason: "account-unsupported", to: "china" });
    const remedies = reach.reachable ? [] : reach.remedies;
    expect(remedies.map(({ action }) => action)).toEqual(["ask-for-other-address", "create-member"]);
    expect(remedies[0]?.text).toContain("work account");
    for (const cloud of [clouds.public, clouds.usgov, clouds["usgov-dod"]]) {
      expect(await rule(cloud).evaluate({ kind: "consumer" })).toEqual({ reachable: true, via: "consumer" });
    }
  });

  test("leaves open in China who signs in with no organisation's account, since there is no passcode", async () => {
    const unmanaged: Home = { kind: "unmanaged" };
    expect(await rule(clouds.china).evaluate(unmanaged)).toMatchObject({ reason: "home-unknown" });
    expect(await rule(clouds.usgov).evaluate(unmanaged)).toMatchObject({ via: "one-time-passcode" });
  });

  test("keeps out tenants of the government's that are too old, in any case of their region's name", async () => {
    for (const regionScope of ["USG", "usg"]) {
      const home: Home = { ...older, tenant: { cloud: "usgov", tenantId: "x", regionScope } };
      expect(await rule(clouds.usgov).evaluate(home)).toMatchObject({ reason: "account-unsupported" });
    }
    expect(await rule(clouds.public).evaluate(older)).toMatchObject({
      reason: "account-unsupported",
      from: "usgov",
    });
    expect(await rule(clouds.usgov).evaluate(today)).toMatchObject({ via: "same-cloud" });
  });

  test("is as said by a cloud of one's own, and else as in the cloud whose id it has", async () => {
    const own: Cloud = { ...clouds.public, id: "own", lacks: new Set(["guests with a personal account"]) };
    expect(await rule(own).evaluate({ kind: "consumer" })).toMatchObject({ reason: "account-unsupported" });
    const { lacks: _, ...silent } = clouds.china;
    expect(await rule(silent).evaluate({ kind: "consumer" })).toMatchObject({
      reason: "account-unsupported",
    });
  });
});
