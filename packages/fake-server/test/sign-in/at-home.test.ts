import type { SignInCircumstances } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Grant, MFA, open, type Policy, policy, strength } from "./scene.ts";

describe("the guest's own organisation", () => {
  const trial = "enabledForReportingButNotEnforced";

  test.each<[string, readonly Policy[], SignInCircumstances, readonly string[]]>([
    ["asks nothing by a policy that only reports", [policy(MFA, {}, trial)], {}, []],
    ["asks nothing by a policy that is off", [policy(MFA, {}, "disabled")], {}, []],
    ["asks nothing by a policy without controls", [policy(null), policy({})], {}, []],
    [
      "asks nothing of a compliant device where one is enough",
      [policy({ operator: "OR", builtInControls: ["mfa", "compliantDevice"] })],
      { device: { isCompliant: true } },
      [],
    ],
    [
      "asks for a second factor on any other device",
      [policy({ operator: "OR", builtInControls: ["mfa", "compliantDevice"] })],
      { device: { isHybridJoined: true } },
      ["mfa at home"],
    ],
    [
      "asks for both where both are wanted",
      [policy({ operator: "AND", builtInControls: ["mfa", "domainJoinedDevice"] })],
      { device: { isHybridJoined: true } },
      ["mfa at home"],
    ],
    [
      "asks nothing where an approved application is enough",
      [policy({ operator: "OR", builtInControls: ["mfa", "approvedApplication"] })],
      { clientAppType: "mobileAppsAndDesktopClients" },
      [],
    ],
  ])("%s", (_, fabrikam, circumstances, at) => {
    expect(open({ fabrikam }).signIn(circumstances)).toEqual({ blocked: undefined, at });
  });

  test("asks for the weaker of two strengths where one is enough, and it counts for that alone", () => {
    const { contoso, signIn } = open({
      contoso: () => [policy(strength(3))],
      fabrikam: [policy({ operator: "OR", builtInControls: ["mfa"], ...strength(4) })],
    });
    contoso.trustMfa();
    const at = ["mfa at home", "strength at home"];
    expect(signIn({ homeCanDo: "passwordless" })).toEqual({ blocked: undefined, at });
  });

  test.each<[string, Grant, string]>([
    ["blocks", { builtInControls: ["block"] }, "blocked-by-policy"],
    ["insists on a device that it manages", { builtInControls: ["compliantDevice"] }, "device-not-accepted"],
    [
      "insists on that beside a second factor",
      { operator: "AND", builtInControls: ["mfa", "domainJoinedDevice"] },
      "device-not-accepted",
    ],
    [
      "insists on an application that it approves",
      { builtInControls: ["approvedApplication"] },
      "control-not-possible",
    ],
    ["insists on a strength that nobody knows", strength(9), "control-not-possible"],
  ])("lets nobody through where it %s", (_, grant, because) => {
    const { world, contoso, guestId } = open({ fabrikam: [policy(grant)] });
    expect(world.signIn(contoso, guestId)).toMatchObject({
      ...{ allowed: false, challenges: [], blocked: { because, by: "the home organisation" } },
    });
  });
});
