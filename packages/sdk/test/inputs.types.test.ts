import { type B2BClient, judgeLimit, limits } from "@vestibule/sdk";
import { describe, test } from "vitest";
import { adaId } from "./graph-answers.ts";

/** Never called: what stands in here is for the compiler alone. */
function onlyTypes(_: (b2b: B2BClient) => unknown): void {}

describe("an input that cannot be right", () => {
  const everybody = {
    usersAndGroups: { accessType: "allowed", targets: [{ target: "AllUsers", targetType: "user" }] },
    applications: {
      accessType: "allowed",
      targets: [{ target: "AllApplications", targetType: "application" }],
    },
  } as const;

  test("does not compile among the settings for other organisations", () => {
    onlyTypes(({ crossTenantAccess }) => {
      crossTenantAccess.allowClouds(["microsoftonline.us"]);
      // @ts-expect-error that is the id of a cloud
      crossTenantAccess.allowClouds(["usgov"]);
      crossTenantAccess.updateDefault({ b2bCollaborationInbound: everybody });
      // @ts-expect-error nothing is named
      crossTenantAccess.updateDefault({});
      // @ts-expect-error a default inherits from nothing
      crossTenantAccess.updateDefault({ b2bCollaborationInbound: null });
      // @ts-expect-error half a default
      crossTenantAccess.updateDefault({ b2bCollaborationInbound: { applications: everybody.applications } });
      crossTenantAccess.updatePartner(adaId, { b2bCollaborationInbound: null });
      crossTenantAccess.updatePartner(adaId, { inboundTrust: { isCompliantDeviceAccepted: true } });
      // @ts-expect-error nothing is named
      crossTenantAccess.updatePartner(adaId, {});
      // @ts-expect-error nothing is said
      crossTenantAccess.setSynchronization(adaId, {});
      const permit = { accessType: "permit", targets: [] } as const;
      // @ts-expect-error no such type of access
      crossTenantAccess.addPartner(adaId, { b2bCollaborationInbound: { applications: permit } });
      const { usersAndGroups } = everybody;
      // @ts-expect-error a user is no application
      crossTenantAccess.addPartner(adaId, { b2bCollaborationInbound: { applications: usersAndGroups } });
    });
  });

  test("does not compile in a question", () => {
    onlyTypes(({ signIn }) => {
      // @ts-expect-error no such cloud
      signIn.predict({ homeTenantId: adaId, homeCloud: "germany" });
      // @ts-expect-error written otherwise
      signIn.predict({ homeTenantId: adaId, platform: "Windows" });
      // @ts-expect-error read and not to be read
      judgeLimit(limits["directory-objects"], { used: 3, unreadable: "x" });
    });
  });
});
