import { type B2BClient, clouds, type Page } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf } from "../scripted-transport.ts";

const GRAPH = clouds.public.graph;
const link = (n: number) => `${GRAPH}/v1.0/users?$select=id&$skiptoken=page%2b${n}`;
const guestsOf = (ids: readonly string[]) => ids.map((id) => ({ id }));

function page(ids: readonly string[], next?: string, count?: number) {
  return answer(200, { value: guestsOf(ids), "@odata.nextLink": next, "@odata.count": count });
}

async function all<T>(pages: AsyncIterable<Page<T>>): Promise<Page<T>[]> {
  const seen: Page<T>[] = [];
  for await (const one of pages) seen.push(one);
  return seen;
}

const ids = (b2b: B2BClient) => b2b.guests.list({ select: ["id"] });

describe("a list", () => {
  test("sends nothing before it is iterated, and then no more than is used", async () => {
    const { b2b, sent } = openClient([page(["a", "b"], link(2)), page(["c"])]);
    const list = ids(b2b);
    const iterator = list[Symbol.asyncIterator]();
    expect(sent).toHaveLength(0);
    expect((await iterator.next()).value).toEqual({ id: "a" });
    await iterator.next();
    expect(sent).toHaveLength(1);
    expect((await iterator.next()).value).toEqual({ id: "c" });
    expect((await iterator.next()).done).toBe(true);
    expect(sent).toHaveLength(2);
  });

  test("goes on over pages that are empty or short, as long as there is a next link", async () => {
    const { b2b } = openClient([
      page([], link(2)),
      page(["a"], link(3)),
      page([], link(4)),
      page(["b"]),
      page(["never"]),
    ]);
    expect(await ids(b2b).collect()).toEqual(guestsOf(["a", "b"]));
  });

  test("follows a next link exactly as it came in", async () => {
    const { b2b, sent } = openClient([page([], link(2)), page([], link(3)), page([])]);
    await ids(b2b).collect();
    expect(sent.map(pathOf)).toEqual(["/users", link(2), link(3)]);
    expect(sent.slice(1).every(({ target }) => !("query" in target))).toBe(true);
  });

  test("can be iterated again, from the start", async () => {
    const { b2b, sent } = openClient([page(["a"])]);
    const list = ids(b2b);
    expect(await list.collect()).toEqual(await list.collect());
    expect(sent).toHaveLength(2);
  });

  test("stops where the caller stops", async () => {
    const { b2b, sent } = openClient([page(["a", "b"], link(2)), page(["c"])]);
    for await (const guest of ids(b2b)) if (guest.id === "b") break;
    expect(sent).toHaveLength(1);
  });

  test("counts the attempts of each page by themselves", async () => {
    const { b2b } = openClient([page([], link(2)), answer(503), answer(403)]);
    expect(await failureOf(ids(b2b).collect())).toMatchObject({ code: "forbidden", attempts: 2 });
  });

  test("ends with the error of the page that failed, after the items before it", async () => {
    const { b2b } = openClient([page(["a"], link(2)), answer(403)]);
    const seen: unknown[] = [];
    const error = await failureOf(
      (async () => {
        for await (const guest of ids(b2b)) seen.push(guest);
      })(),
    );
    expect(error).toMatchObject({ code: "forbidden", operation: "guests.list" });
    expect(seen).toEqual(guestsOf(["a"]));
  });

  test("ends when the caller gives up between two pages", async () => {
    const controller = new AbortController();
    const { b2b, sent } = openClient([page(["a"], link(2)), page(["b"])]);
    const list = b2b.guests.list({ select: ["id"], signal: controller.signal });
    const error = await failureOf(
      (async () => {
        for await (const _ of list) controller.abort();
      })(),
    );
    expect(error).toMatchObject({ code: "aborted" });
    expect(sent).toHaveLength(1);
  });
});

describe("collecting a list", () => {
  test.each([
    [0, [], 0],
    [1, ["a"], 1],
    [2, ["a", "b"], 1],
    [3, ["a", "b", "c"], 2],
    [9, ["a", "b", "c"], 2],
  ])("to %i at most gives as many, and asks for no page too much", async (max, expected, requests) => {
    const { b2b, sent } = openClient([page(["a", "b"], link(2)), page(["c"])]);
    expect(await ids(b2b).collect({ max })).toEqual(guestsOf(expected));
    expect(sent).toHaveLength(requests);
  });
});

describe("the pages of a list", () => {
  test("say where they go on, and how many items there are in all where that was asked for", async () => {
    const { b2b, sent } = openClient([page(["a"], link(2), 2), page(["b"])]);
    const pages = await all(b2b.guests.list({ select: ["id"], count: true }).pages());
    expect(pages).toEqual([
      { items: guestsOf(["a"]), next: link(2), count: 2 },
      { items: guestsOf(["b"]), next: undefined, count: undefined },
    ]);
    expect(sent[0]?.target).toMatchObject({ query: { $count: "true" } });
  });

  test("say the number of all items on the first page alone", async () => {
    const { b2b } = openClient([page(["a"], link(2), 2), page(["b"], undefined, 2)]);
    const pages = await all(b2b.guests.list({ select: ["id"], count: true }).pages());
    expect(pages.map(({ count }) => count)).toEqual([2, undefined]);
  });

  test("take up again where an earlier page pointed", async () => {
    const { b2b, sent } = openClient([page(["c"], link(4)), page(["d"])]);
    const pages = await all(ids(b2b).pages({ from: link(3) }));
    expect(pages.flatMap(({ items }) => items)).toEqual(guestsOf(["c", "d"]));
    expect(sent.map(pathOf)).toEqual([link(3), link(4)]);
  });

  test("carry ConsistencyLevel each, since a next link does not", async () => {
    const { b2b, sent } = openClient([page([], link(2)), page([], link(3)), page([])]);
    await all(b2b.guests.list({ select: ["id"], count: true }).pages());
    await all(b2b.guests.list({ select: ["id"], advanced: true }).pages({ from: link(3) }));
    expect(sent.map(({ headers }) => headers.consistencylevel)).toEqual(Array(4).fill("eventual"));
  });
});

const foreign = [
  "https://evil.example/v1.0/users?$skiptoken=x",
  "https://graph.microsoft.com.evil.example/v1.0/users",
  "https://graph.microsoft.com@evil.example/v1.0/users",
  "https://graph.microsoft.us/v1.0/users",
  "http://graph.microsoft.com/v1.0/users",
  "https://graph.microsoft.com:8443/v1.0/users",
  "//evil.example/v1.0/users",
  "/v1.0/users?$skiptoken=x",
  "javascript:alert(1)",
  "not a link",
  "",
];

describe("a next link that leads away", () => {
  test.each(foreign)("(%s) is refused in an answer, before its page is handed out", async (next) => {
    const { b2b, sent } = openClient([page(["a"], next), page(["b"])]);
    const seen: unknown[] = [];
    const error = await failureOf(
      (async () => {
        for await (const guest of ids(b2b)) seen.push(guest);
      })(),
    );
    expect(error).toMatchObject({ code: "unexpected-response", operation: "guests.list" });
    expect(error.problems?.map(({ path }) => path)).toEqual(["@odata.nextLink"]);
    expect(sent).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  test.each(foreign)("(%s) is refused as a start", async (from) => {
    const { b2b, sent } = openClient([page(["a"])]);
    const error = await failureOf(all(ids(b2b).pages({ from })));
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
    expect(error.problems?.map(({ path }) => path)).toEqual(["from"]);
    expect(sent).toEqual([]);
  });
});
