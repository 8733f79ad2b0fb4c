import { equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertCleanConduct,
  assertConverges,
  assertInvited,
  worldPerTest,
} from "@vestibule/fake-server/testing";
import { createB2BClient } from "@vestibule/sdk";
import { welcome } from "./welcome.ts";

const inWorld = worldPerTest({ scenario: "one-tenant", realism: "documented", seed: 7 });

test(
  "a partner gets one mail and joins the group, although the directory lags",
  inWorld(async (entra) => {
    const contoso = entra.cloud("public").tenant("contoso");
    const transport = contoso.transport({ as: contoso.app("inviter") });
    const b2b = createB2BClient({ transport, clock: entra.clock, random: entra.random });

    const guestId = await welcome(b2b, "ada@fabrikam.example", contoso.group("partners").id);

    assertInvited(contoso, "ada@fabrikam.example", 1);
    equal((await b2b.guests.get(guestId)).externalUserState, "PendingAcceptance");
    assertCleanConduct(contoso);
    await assertConverges(contoso, { within: "2m" });
  }),
);
