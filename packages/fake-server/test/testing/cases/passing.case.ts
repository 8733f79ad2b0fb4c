import { equal } from "node:assert/strict";
import { describe, test } from "node:test";
import {
  assertCleanConduct,
  assertConverges,
  assertInvited,
  assertSession,
  worldPerTest,
} from "@vestibule/fake-server/testing";
import { clientOf, mailTo } from "../../vitest/cases/client-of.ts";

const inWorld = worldPerTest({ scenario: "one-tenant", realism: "documented" });

for (const round of ["first", "second"]) {
  test(
    `a test finds the world as it was furnished: the ${round}`,
    inWorld(async (entra) => {
      equal(entra.cloud("public").tenant("contoso").mails.length, 0);
      await clientOf(entra).invitations.create(mailTo("ada@fabrikam.example"));
      assertInvited(entra, "ada@fabrikam.example", 1);
      assertSession(entra, "read-your-writes");
      assertCleanConduct(entra);
      await assertConverges(entra, { within: "2m" });
    }),
  );
}

describe("tests that run at once", { concurrency: true }, () => {
  for (const name of ["a", "b", "c"]) {
    test(
      `have a world each: ${name}`,
      inWorld(async (entra, context) => {
        equal(context.name, `have a world each: ${name}`);
        await clientOf(entra).invitations.create(mailTo(`${name}@fabrikam.example`));
        await new Promise((resolve) => setTimeout(resolve, 50));
        equal(entra.cloud("public").tenant("contoso").mails.length, 1);
      }),
    );
  }
});
