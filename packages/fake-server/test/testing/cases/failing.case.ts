import { describe, test } from "node:test";
import { assertInvited, worldPerTest } from "@vestibule/fake-server/testing";
import { clientOf, mailTo } from "../../vitest/cases/client-of.ts";

const inWorld = worldPerTest({ scenario: "one-tenant", seed: "of old" });

test(
  "nobody is invited (yet)",
  inWorld(async (entra) => {
    const { inviteRedeemUrl } = await clientOf(entra).invitations.create(mailTo("ada@fabrikam.example"));
    entra.redeem(inviteRedeemUrl ?? "");
    assertInvited(entra, "ada@fabrikam.example", 0);
  }),
);

describe("a suite", () => {
  test(
    "leaves something behind",
    inWorld((entra) => {
      void entra.clock.sleep(3_600_000);
    }),
  );
});
