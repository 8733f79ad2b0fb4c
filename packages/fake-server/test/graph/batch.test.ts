import type { B2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { ask } from "../limits/ask.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

interface Part {
  readonly id: string;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: object;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly error?: { readonly code: string }; readonly [name: string]: unknown };
}

async function batch(b2b: B2BClient, requests: unknown): Promise<readonly PartAnswer[]> {
  const answered = await ask(b2b, "POST", "/$batch", { body: { requests } });
  return (answered as { responses: PartAnswer[] }).responses;
}

const json = { "Content-Type": "application/json" };
const invitation = (id: string, name: string, more: Partial<Part> = {}): Part => ({
  ...{ id, method: "POST", url: "/invitations", headers: json, ...more },
  body: { invitedUserEmailAddress: `${name}@fabrikam.example`, inviteRedirectUrl },
});
const read = (id: string, url: string, more: Partial<Part> = {}): Part => ({
  id,
  method: "GET",
  url,
  ...more,
});

describe("a batch", () => {
  test("is answered part by part, each with a status, headers and a body of its own", async () => {
    const { b2b, contoso } = openClient();
    const { id } = contoso.user("mia");
    const answers = await batch(b2b, [
      read("1", `/users/${id}?$select=id`),
      read("2", "/users/nobody@contoso.example"),
      invitation("3", "ada"),
      { id: "4", method: "delete", url: `users/${id}` },
    ]);
    expect(answers.map((one) => [one.id, one.status, one.body?.error?.code])).toEqual([
      ["1", 200, undefined],
      ["2", 404, "Request_ResourceNotFound"],
      ["3", 201, undefined],
      ["4", 204, undefined],
    ]);
    expect(answers[0]?.body).toMatchObject({ id });
    expect(answers[0]?.headers).toMatchObject({
      "content-type": expect.stringMatching(/^application\/json;odata\.metadata=minimal;/),
    });
    expect(answers[3]).not.toHaveProperty("body");
    expect(new Set(answers.map(({ headers }) => headers?.["request-id"])).size).toBe(4);
  });

  test("carries a part out after those that it depends on, whatever their order", async () => {
    const { b2b, contoso } = openClient();
    const { id } = contoso.user("mia");
    const answers = await batch(b2b, [
      read("c", `/users/${id}?$select=jobTitle`, { dependsOn: ["b"] }),
      {
        id: "b",
        method: "PATCH",
        url: `/users/${id}`,
        headers: json,
        body: { jobTitle: "guide" },
        dependsOn: ["a"],
      },
      read("a", `/users/${id}`),
    ]);
    expect(answers.map((one) => [one.id, one.status])).toEqual([
      ["c", 200],
      ["b", 204],
      ["a", 200],
    ]);
    expect(answers[0]?.body).toMatchObject({ jobTitle: "guide" });
  });

  test("does not carry out what depends on a part that failed, nor what depends on that", async () => {
    const { b2b, contoso } = openClient();
    const before = contoso.log.length;
    const answers = await batch(b2b, [
      read("1", "/users/nobody@contoso.example"),
      invitation("2", "ada", { dependsOn: ["1"] }),
      invitation("3", "kim", { dependsOn: ["2"] }),
      invitation("4", "noa"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 424, 424, 201]);
    expect(answers[1]?.body?.error?.code).toBe("FailedDependency");
    expect(contoso.log.length - before).toBe(1);
  });

  test("reads a query and headers as any request does", async () => {
    const { b2b, contoso } = openClient();
    contoso.members(3);
    const [counted, refused] = await batch(b2b, [
      read("1", "/users?$count=true&$top=2&$filter=userType%20eq%20'Member'", {
        headers: { ConsistencyLevel: "eventual" },
      }),
      read("2", "/users?$top=0"),
    ]);
    expect(counted?.body).toMatchObject({ "@odata.count": 3 });
    expect(refused).toMatchObject({ status: 400 });
  });

  test("is throttled part by part", async () => {
    const { b2b, contoso } = openClient();
    contoso.throttle({ invitations: { requests: 2, perMs: 5_000 } });
    const answers = await batch(b2b, [invitation("1", "a"), invitation("2", "b"), invitation("3", "c")]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(answers[2]?.headers).toMatchObject({ "retry-after": expect.stringMatching(/^\d+$/) });
  });

  test.each<readonly [string, unknown]>([
    ["holds nothing", []],
    ["is no list", "x"],
    ["has a part without an id", [{ method: "GET", url: "/users" }]],
    ["has two parts of one id", [read("1", "/users"), read("1", "/users")]],
    ["has a part without a method", [{ id: "1", url: "/users" }]],
    ["has a part of an unknown method", [read("1", "/users", { method: "FETCH" })]],
    ["has a part without an address", [{ id: "1", method: "GET" }]],
    ["has a part that leaves", [read("1", "https://graph.microsoft.com/v1.0/users")]],
    ["has a body of no type", [{ id: "1", method: "POST", url: "/invitations", body: {} }]],
    ["depends on what is not there", [read("1", "/users", { dependsOn: ["2"] })]],
    ["depends on itself", [read("1", "/users", { dependsOn: ["1"] })]],
    [
      "goes in a circle",
      [read("1", "/users", { dependsOn: ["2"] }), read("2", "/users", { dependsOn: ["1"] })],
    ],
  ])("that %s is refused as a whole", async (_, requests) => {
    const { b2b, contoso } = openClient();
    const before = contoso.log.length;
    const error = await failureOf(batch(b2b, requests));
    expect(error).toMatchObject({ status: 400, code: "rejected-input" });
    expect(contoso.log.length).toBe(before);
  });

  test("in a batch is no request that a batch can hold", async () => {
    const { b2b } = openClient();
    const inner = {
      id: "1",
      method: "POST",
      url: "/$batch",
      headers: json,
      body: { requests: [read("1", "/users")] },
    };
    expect((await batch(b2b, [inner]))[0]).toMatchObject({ status: 400 });
  });
});
