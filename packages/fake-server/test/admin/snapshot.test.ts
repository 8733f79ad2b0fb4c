import { administer, createWorld, type WorldSnapshot } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { describe, expect, test } from "vitest";

const other = createWorld({ seed: 8, scenario: "two-clouds" }).snapshot();

function open() {
  const world = createWorld({ seed: 4, scenario: "one-tenant" });
  const admin = administer(world);
  const ask = async (method: string, body?: unknown, path = "/_fake/snapshot") => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await admin(new Request(`http://127.0.0.1${path}`, init));
    return { status: response?.status, body: (await response?.json()) as never };
  };
  return { world, ask };
}

describe("whoever administers a fake", () => {
  test("gets all of the world as data, and puts another one in its place", async () => {
    const { world, ask } = open();
    expect(await ask("GET")).toEqual({ status: 200, body: JSON.parse(JSON.stringify(world.snapshot())) });
    const { status, body } = await ask("PUT", other);
    expect([status, body]).toEqual([200, (await ask("GET", undefined, "/_fake/state")).body]);
    expect(world.tenants.map(({ name }) => name)).toEqual(["contoso", "corp"]);
  });

  test("goes back to the moment when it was put there, and to none before", async () => {
    const { world, ask } = open();
    await ask("POST", undefined, "/_fake/marks");
    await ask("PUT", other);
    world.cloud("public").tenant("contoso").user("mia");
    expect(await ask("POST", { mark: "mark-1" }, "/_fake/rewind")).toMatchObject({ status: 404 });
    await ask("POST", undefined, "/_fake/rewind");
    expect(JSON.stringify(world.snapshot())).toBe(JSON.stringify(other));
  });

  test.each<[string, unknown, string]>([
    ["is none", {}, "snapshot: version has to be 1"],
    ["is of a later version", { ...other, version: 2 }, "this fake reads version 1"],
    [
      "does not fit together",
      { ...other, tenants: [...other.tenants, other.tenants[0]] },
      "which tenants[0] has",
    ],
  ])("is told where one is wrong that %s, and the world stays as it is", async (_, snapshot, says) => {
    const { world, ask } = open();
    const before = JSON.stringify(world.snapshot());
    expect(await ask("PUT", snapshot)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining(says) as unknown } },
    });
    expect(JSON.stringify(world.snapshot())).toBe(before);
  });

  test("puts none there while anything sleeps on the clock", async () => {
    const { world, ask } = open();
    const sleeping = world.clock.during(async () => {
      const asleep = world.clock.sleep(1);
      const answer = await ask("PUT", other);
      return { asleep, answer };
    });
    const { asleep, answer } = await sleeping;
    expect(answer).toMatchObject({
      status: 409,
      body: { error: { message: "not now: 1 sleeps are still waiting" } },
    });
    await asleep;
    expect(world.seed).toBe(4);
  });

  test("can put a world there that is larger than any request to Graph", async () => {
    const world = createWorld({ seed: 4 });
    await using server = await listen(world, { admin: administer(world) });
    const large = createWorld({ seed: 5 });
    large.cloud("public").tenant("contoso").members(6_000);
    const body = JSON.stringify(large.snapshot());
    expect(body.length).toBeGreaterThan(4 * 1024 * 1024);
    const put = await fetch(`${server.origin}/_fake/snapshot`, { method: "PUT", body });
    expect(put.status).toBe(200);
    const got = (await (await fetch(`${server.origin}/_fake/snapshot`)).json()) as WorldSnapshot;
    expect(got.tenants[0]?.objects.length).toBe(6_000);
    const post = await fetch(`${server.origin}/_fake/faults`, { method: "POST", body });
    expect(post.status).toBe(413);
  });
});
