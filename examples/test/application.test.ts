import { entraTest } from "@vestibule/fake-server/vitest";
import { createB2BClient } from "@vestibule/sdk";
import { expect } from "vitest";
import { welcome } from "../testing/welcome.ts";

const test = entraTest({ scenario: "one-tenant", realism: "documented", seed: 7 })
  .extend("contoso", ({ entra }) => entra.cloud("public").tenant("contoso"))
  .extend("b2b", ({ entra, contoso }) =>
    createB2BClient({
      transport: contoso.transport({ as: contoso.app("inviter") }),
      clock: entra.clock,
      random: entra.random,
    }),
  );

const ada = "ada@fabrikam.example";

test("a partner gets one mail and joins the group, although the directory lags", async ({ contoso, b2b }) => {
  const guestId = await welcome(b2b, ada, contoso.group("partners").id);

  expect(contoso).toHaveInvited(ada, 1);
  expect(await b2b.guests.get(guestId)).toMatchObject({ externalUserState: "PendingAcceptance" });
  expect(contoso).toSatisfySession("read-your-writes");
  await expect(contoso).toConverge({ within: "2m" });
});

test("nobody gets two mails where the connection breaks", async ({ contoso, b2b }) => {
  contoso.faults.add({ match: { operation: "invitations.create", nth: 1 }, effect: "reset-after-commit" });

  await welcome(b2b, ada, contoso.group("partners").id);

  expect(contoso).toHaveInvited(ada, 1);
  expect(contoso.mails).toHaveLength(1);
  expect(contoso).toHaveCleanConduct();
});
