import { createWorld } from "@vestibule/fake-server";
import { judgeSignIn } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import type { CloudName } from "../clouds/sides.ts";
import { administrator } from "../clouds/sides.ts";
import { policy } from "./scene.ts";

const none = { homeTenantId: null } as const;
const personal = { homeTenantId: "9188040D-6c67-4c5b-b112-36a304b66dad" };

function open(here: CloudName) {
  const world = createWorld();
  const contoso = world.cloud(here).tenant("contoso");
  const { signIn } = administrator(world, contoso);
  return { contoso, predict: signIn.predict };
}

describe("a guest of no organisation", () => {
  test("with a personal account is shut out of a directory in China, which takes none", async () => {
    const { contoso, predict } = open("china");
    contoso.requireMfaForGuests();
    expect(await predict(personal)).toEqual({
      ...{ outcome: "blocked", challenges: [], missing: [] },
      shutOutBy: [
        {
          ...{ allowed: false, decidedBy: "clouds", missing: [] },
          because: "the guest has a personal account, and this directory's cloud, china, takes none",
        },
      ],
    });
  });

  test("is not certain to be let in to one in China, which takes neither passcodes nor personal accounts", async () => {
    const { contoso, predict } = open("china");
    expect(await predict(none)).toEqual({
      ...{ outcome: "unknown", challenges: [] },
      missing: [expect.stringMatching(/cloud, china, does not take every account of no organisation/)],
    });
    contoso.conditionalAccess(policy({ builtInControls: ["block"] }));
    expect((await predict(none)).outcome).toBe("blocked");
  });

  test.each<CloudName>(["public", "usgov", "usgov-dod"])("is let in elsewhere: %s", async (here) => {
    const { predict } = open(here);
    expect((await predict(none)).outcome).toBe("no-mfa");
    expect((await predict(personal)).outcome).toBe("no-mfa");
  });

  /** A guest of Contoso's in China, whose address no directory holds. */
  function inChina(issuer?: string) {
    const world = createWorld();
    const contoso = world.cloud("china").tenant("contoso");
    const address = "ada@mail.example";
    const { id } = contoso.user("guest", {
      ...{ mail: address, userType: "Guest", creationType: "Invitation" },
      ...(issuer && {
        externalUserState: "Accepted",
        identities: [{ signInType: "federated", issuer, issuerAssignedId: address }],
      }),
    });
    return {
      ...{ world, contoso, id },
      predict: () => administrator(world, contoso).signIn.predict({ ...none, guest: { id } }),
    };
  }

  test.each([
    ["mail", "blocked"],
    ["MicrosoftAccount", "blocked"],
    ["google.com", "blocked"],
    ["https://idp.mail.example", "no-mfa"],
  ])("is told in China by who vouches for its account: %s", async (issuer, outcome) => {
    const { world, contoso, id, predict } = inChina(issuer);
    expect((await predict()).outcome).toBe(outcome);
    const { allowed, blocked } = world.signIn(contoso, id);
    expect([allowed, blocked?.because]).toEqual(
      outcome === "blocked" ? [false, "no-account"] : [true, undefined],
    );
  });

  test("cannot sign in to a directory in China before a provider vouches for its domain", async () => {
    const { world, contoso, id, predict } = inChina();
    expect((await predict()).outcome).toBe("unknown");
    expect(world.signIn(contoso, id).blocked).toEqual({ because: "no-account", by: "identity providers" });
    contoso.identityProviders({ federations: [{ domain: "mail.example", issuer: "urn:idp" }] });
    expect(world.signIn(contoso, id).allowed).toBe(true);
  });
});

test("a personal account's tenant id is no organisation's in the pure judgement either", () => {
  const homes = [personal.homeTenantId, null].map((homeTenantId) =>
    judgeSignIn({ homeTenantId, homeMfa: "required" }, { policies: [], inboundTrust: null }),
  );
  expect(homes[0]).toEqual({ outcome: "no-mfa", challenges: [], missing: [] });
  expect(homes[0]).toEqual(homes[1]);
});
