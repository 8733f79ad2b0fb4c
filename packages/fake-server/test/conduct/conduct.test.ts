import { faultEffects, type Remark } from "@vestibule/fake-server";
import type { Result } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";
import { openCallers } from "./calls.ts";

describe("a record", () => {
  test("that is clean passes", () => {
    expect(() => openCallers().contoso.conduct.assertClean()).not.toThrow();
  });

  test("that is not says what was done, by whom, in which requests, and what to do instead", async () => {
    const { contoso, ask, invite } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    contoso.faults.add({ match: { operation: "invitations.create" }, effect: "unavailable", times: 1 });
    await ask("GET", "/users");
    await ask("GET", "/users");
    await invite("ada@fabrikam.example", true);
    await invite("ada@fabrikam.example", true);
    expect(() => contoso.conduct.assertClean()).toThrow(
      [
        "the client's conduct gave rise to 2 remarks:",
        "  early-retry  app/crm, request 1: users.list was sent again 3000 ms before the time that Retry-After had set; wait at least as long as the service says",
        "  blind-resend  app/crm, request 3: an invitation with a mail was sent again though nobody knew whether the first had been carried out; send it again without the mail",
      ].join("\n"),
    );
  });

  test("is forgotten by clear(), and taken back by a rewind", async () => {
    const { world, contoso, ask, noted } = openCallers();
    const offend = async () => {
      contoso.faults.add({ effect: "throttled", times: 1 });
      await ask("GET", "/users");
      await ask("GET", "/users");
    };
    await offend();
    contoso.conduct.clear();
    expect(noted()).toEqual([]);
    const mark = world.mark();
    await offend();
    expect(noted()).toHaveLength(1);
    world.rewind(mark);
    expect(noted()).toEqual([]);
  });

  test("of one caller is not another's", async () => {
    const { world, contoso, ask } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    await ask("GET", "/users");
    const { token } = await contoso.credential({ as: contoso.app("other") }).getToken();
    const headers = { authorization: `Bearer ${token}` };
    await world.clock.sleep(1);
    await world.fetch(new Request("https://graph.microsoft.com/v1.0/users", { headers }));
    expect(contoso.conduct.remarks).toEqual([]);
  });

  test("names the requests as their client calls them, where it does", async () => {
    const { contoso, ask, invite } = openCallers();
    const invited = await invite("ada@fabrikam.example", false);
    const body = invited?.body as { invitedUser: { id: string } } | undefined;
    const id = body?.invitedUser.id;
    contoso.faults.add({ effect: "object-missing", times: 2 });
    contoso.faults.add({ effect: "throttled", times: 1 });
    await ask("GET", `/users/${id}`, { headers: { "client-request-id": "a-look" } });
    await ask("GET", `/users/${id}`);
    expect(contoso.conduct.remarks).toMatchObject([
      { lint: "read-after-write", requests: [1, 2], correlationIds: ["a-look", undefined] },
    ]);
    contoso.conduct.clear();
    await ask("GET", "/users");
    await ask("GET", "/users", { headers: { "client-request-id": "too-early" } });
    expect(contoso.conduct.remarks).toMatchObject([
      { lint: "early-retry", requests: [4], correlationIds: ["too-early"] },
    ]);
  });

  test("is kept of what comes by fetch as well", async () => {
    const { world, contoso } = openCallers();
    const { token } = await contoso.credential({ as: contoso.app("other") }).getToken();
    const read = () =>
      world.fetch(
        new Request("https://graph.microsoft.com/v1.0/users", {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
    contoso.faults.add({ effect: "throttled", times: 1 });
    await read();
    await read();
    expect(contoso.conduct.remarks).toMatchObject([{ lint: "early-retry", caller: "app/other" }]);
  });

  test("holds nothing of addresses, links and bodies", async () => {
    const secret = "s3cr3t-marker";
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(faultEffects).flat()), async (effect) => {
        const { contoso, ask, invite } = openCallers();
        contoso.faults.add({ effect });
        for (let n = 0; n < 22; n++) {
          await invite(`${secret}@fabrikam.example`, true);
          await ask("GET", `/users/${secret}@fabrikam.example`, {
            query: { $skiptoken: secret, $count: "true" },
            headers: { authorization: `Bearer ${secret}` },
          });
        }
        contoso.faults.clear();
        await ask("GET", "/users", { query: { $skiptoken: secret } });
        expect(contoso.conduct.remarks.length).toBeGreaterThan(0);
        expect(JSON.stringify(contoso.conduct.remarks)).not.toContain(secret);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the SDK's own client", () => {
  test.each(Object.values(faultEffects).flat())("has a clean record under %s", async (effect) => {
    const { world, contoso, b2b } = openClient({ seed: effect, realism: "documented" });
    const group = contoso.group("partners");
    contoso.faults.add({ effect, when: { probability: 0.2 } });
    const endedBy = new Map<string | undefined, string>();
    const ended = <T>(result: Result<T>): result is Extract<Result<T>, { ok: true }> => {
      if (!result.ok) endedBy.set(result.error.clientRequestId, result.error.code);
      return result.ok;
    };
    const lane = async (name: string) => {
      for (let n = 0; n < 4; n++) {
        const invited = await b2b.invitations
          .create({
            invitedUserEmailAddress: `${name}${n}@fabrikam.example`,
            inviteRedirectUrl,
            sendInvitationMessage: n % 2 === 0,
          })
          .safe();
        if (!ended(invited)) continue;
        ended(await b2b.guests.get(invited.value.invitedUser.id).safe());
        ended(await b2b.groups.addMember(group.id, invited.value.invitedUser.id).safe());
      }
    };
    await Promise.all(["ada", "bo", "cy", "di"].map(lane));
    // A call that is over in a leap of time cannot ask again.
    const wasCutOff = ({ lint, correlationIds }: Remark) =>
      lint === "read-after-write" && correlationIds.some((id) => endedBy.get(id) === "timeout");
    const unfair = effect === "clock-leaps" ? wasCutOff : () => false;
    expect(contoso.conduct.remarks.filter((remark) => !unfair(remark))).toEqual([]);
    expect(world.clock.sleeping).toBe(0);
  });
});
