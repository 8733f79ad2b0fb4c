import { assertConverges } from "@vestibule/fake-server/testing";
import { describe, expect, test } from "vitest";
import { rejectionOf } from "../failure-of.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

describe("assertConverges", () => {
  test("lets just so much time pass as it takes until every instance has everything", async () => {
    const { b2b, contoso, world } = openClient();
    for (const reader of contoso.readers) reader.lag = "7s";
    await b2b.invitations.create(ada);
    const began = world.clock.now();
    await assertConverges(contoso, { within: "30s" });
    expect(world.clock.now() - began).toBe(7_000);
    await assertConverges(world, { within: 0 });
    expect(world.clock.now() - began).toBe(7_000);
  });

  test("tells which instances are behind once the time is over, and when they would have it", async () => {
    const { b2b, contoso, world } = openClient();
    const [one, other] = contoso.readers;
    if (one && other) [one.lag, other.lag] = ["90s", "5s"];
    await b2b.invitations.create(ada);
    const began = world.clock.now();
    const failure = await rejectionOf(assertConverges(world, { within: "30s" }));
    expect(failure).toHaveProperty(
      "message",
      [
        "expected the world to converge within 30s of the world's time, but after 30000 ms 1 instance is behind:",
        "  contoso  graph/weu-1 has applied 1 of 2: everything will be there in 60000 ms",
        "Look at: tenant.readers (held, lag, applied) and tenant.log",
      ].join("\n"),
    );
    expect(world.clock.now() - began).toBe(30_000);
  });

  test("tells of an instance that is held how it goes on, and waits for whoever releases it in time", async () => {
    const { b2b, contoso, world } = openClient();
    const [reader] = contoso.readers;
    reader?.hold();
    await b2b.invitations.create(ada);
    expect(await rejectionOf(assertConverges(world, { within: "30s" }))).toHaveProperty(
      "message",
      expect.stringContaining("graph/weu-1 has applied 1 of 2: held; it goes on after release()"),
    );
    const released = world.clock.sleep(10_000).then(() => reader?.release());
    await assertConverges(world, { within: "30s" });
    await released;
  });

  test("counts what is written meanwhile", async () => {
    const { b2b, contoso, world } = openClient();
    for (const reader of contoso.readers) reader.lag = "10s";
    await b2b.invitations.create(ada);
    const later = world.clock.sleep(9_000).then(() => b2b.invitations.create(ada));
    expect(await rejectionOf(assertConverges(world, { within: "15s" }))).toHaveProperty(
      "message",
      expect.stringContaining("has applied 2 of 3"),
    );
    await later;
  });

  test("has nothing to wait for in an empty world", async () => {
    const { world } = openClient();
    await assertConverges(world, { within: 1 });
  });

  test.each([
    [undefined, 'assertConverges takes how long it may take: { within: "30s" }'],
    [{ within: "soon" }, '"soon" is no duration: say 250, "250ms", "2s" or "5m"'],
    [{ within: -1 }, '"-1" is no duration'],
  ])("refuses %j", async (within, message) => {
    const { world } = openClient();
    expect(await rejectionOf(assertConverges(world, within as never))).toHaveProperty(
      "message",
      expect.stringContaining(message),
    );
  });
});
