import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { ada, openAdmin as open, problem } from "./open-admin.ts";

describe("whoever administers a fake", () => {
  test("sees how large each tenant is, and how far each instance has come", async () => {
    const { b2b, get, ask } = open("documented");
    await ask("POST", "/_fake/readers", { hold: true });
    await b2b.invitations.create(ada);
    const { tenants } = await get<{
      tenants: { commits: number; readers: { applied: number; held: boolean }[] }[];
    }>("/_fake/state");
    const [contoso] = tenants;
    expect(contoso).toMatchObject({ cloud: "public", tenant: "contoso", mails: 1, requests: 1 });
    expect(contoso?.readers.every(({ held }) => held)).toBe(true);
    expect(contoso?.readers.some(({ applied }) => applied < (contoso?.commits ?? 0))).toBe(true);
    await ask("POST", "/_fake/readers", { hold: false });
    await ask("POST", "/_fake/clock", { settle: true });
    const after = await get<{ tenants: typeof tenants }>("/_fake/state");
    const applied = after.tenants[0]?.readers.map((reader) => reader.applied);
    expect(new Set(applied)).toEqual(new Set([contoso?.commits]));
  });

  test("reads what was written, since a place in the log", async () => {
    const { b2b, get } = open();
    await b2b.invitations.create(ada);
    const [all] = await get<{ commits: { lsn: number; operation: string }[] }[]>("/_fake/timeline");
    expect(all?.commits.at(-1)).toMatchObject({ operation: "invitations.create" });
    const from = all?.commits.at(-1)?.lsn;
    expect(await get(`/_fake/timeline?from=${from}&tenant=public/contoso`)).toMatchObject([{ commits: [] }]);
  });

  test("finds the mail of an invitation, and redeems by it", async () => {
    const { b2b, get, ask } = open();
    await b2b.invitations.create(ada);
    const [mail] = await get<{ redeemUrl: string; to: string }[]>("/_fake/inbox?to=ADA@fabrikam.example");
    expect(mail?.to).toBe("ada@fabrikam.example");
    const redeemed = await ask("POST", "/_fake/redeem", { link: mail?.redeemUrl, consent: false });
    expect(redeemed.body).toMatchObject({ accepted: false, refusedBecause: "consent-refused" });
    expect(await ask("POST", "/_fake/redeem", { link: mail?.redeemUrl })).toMatchObject({
      body: { accepted: true },
    });
    expect(await get("/_fake/sign-ins")).toMatchObject([{ tenant: "contoso" }]);
  });

  test("takes a guest through a redemption step by step", async () => {
    const { b2b, ask, contoso } = open();
    contoso.requireMfaForGuests();
    const { inviteRedeemUrl: link } = await b2b.invitations.create(ada);
    const step = async (given: object = {}) =>
      (await ask("POST", "/_fake/redemption", { link, ...given })).body as unknown;
    expect(await step()).toMatchObject({ at: "passcode-request", answers: ["sendPasscode"] });
    expect(await step({ answer: "approveMfa" })).toMatchObject(
      problem("the redemption is at passcode-request, which takes sendPasscode; it does not take approveMfa")
        .body,
    );
    await step({ answer: "sendPasscode" });
    expect(await step({ answer: "enterPasscode", code: "12345678" })).toMatchObject({ problem: "wrong" });
    const { passcode } = await contoso.inbox.next({ about: "passcode" });
    expect(await step({ answer: "enterPasscode", code: passcode })).toMatchObject({ at: "consent" });
    expect(await step({ answer: "consent" })).toMatchObject({ at: "mfa", tenant: "resource" });
    expect(await step({ answer: "approveMfa" })).toMatchObject({
      at: "accepted",
      redirectUrl: inviteRedirectUrl,
      challenges: [{ tenant: "resource", outcome: "passed" }],
      answers: [],
    });
  });

  test("reads what was asked, at which instance, and what was bad about it", async () => {
    const { b2b, contoso, world, get } = open("documented");
    await b2b.invitations.create(ada);
    const { token } = await contoso.credential({ as: contoso.app("careless") }).getToken();
    const url = "https://graph.microsoft.com/v1.0/users?$count=true&$filter=endsWith(mail,'.example')";
    await world.fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const [{ requests } = { requests: [] }] = await get<{ requests: object[] }[]>(
      "/_fake/requests?tenant=contoso",
    );
    expect(requests).toMatchObject([
      { operation: "invitations.create", status: 201, remarks: [], seen: { behind: 0 } },
      { operation: "users.list", status: 400, remarks: [{ lint: "missing-consistency-level" }] },
    ]);
    expect(JSON.stringify(requests)).not.toContain(token);
  });

  test("waits for a mail in real time, and not in the world's", async () => {
    const { b2b, world, clock, ask } = open();
    const before = world.clock.now();
    expect(await ask("GET", "/_fake/inbox?to=ada@fabrikam.example&wait=5000")).toMatchObject({
      status: 408,
      ...problem("no such mail came within 5000 ms"),
    });
    expect([clock.now() - Date.UTC(2026, 0, 1), world.clock.now()]).toEqual([5_000, before]);
    const waiting = ask("GET", "/_fake/inbox?to=ada@fabrikam.example&wait=5000");
    await b2b.invitations.create(ada);
    expect((await waiting).status).toBe(200);
  });

  test("lets things go wrong, and sees what has", async () => {
    const { b2b, ask, get } = open();
    const rules = [{ match: { operation: "invitations.create", nth: 1 }, effect: "throttled" }];
    const contoso = { cloud: "public", tenant: "contoso" };
    expect(await ask("POST", "/_fake/faults", { tenant: "contoso", rules })).toMatchObject({
      body: { added: 1, tenants: [contoso] },
    });
    expect(await get("/_fake/faults")).toEqual([
      { ...contoso, armed: [{ ...rules[0], left: 1 }], fired: [] },
    ]);
    await b2b.invitations.create(ada);
    expect(await get("/_fake/faults")).toMatchObject([{ armed: [], fired: [{ effect: "throttled" }] }]);
    await ask("POST", "/_fake/faults", { rules: [{ effect: "throttled" }] });
    expect(await get("/_fake/faults")).toMatchObject([{ armed: [{ effect: "throttled", left: null }] }]);
    expect((await ask("DELETE", "/_fake/faults")).body).toEqual({ cleared: [contoso] });
    expect(await get("/_fake/faults")).toMatchObject([{ armed: [] }]);
    await b2b.invitations.create(ada);
    expect(await get("/_fake/faults")).toMatchObject([{ fired: { length: 1 } }]);
  });

  test("goes back to the start, or to a moment in between", async () => {
    const { b2b, get, ask } = open();
    const mails = async () => (await get<unknown[]>("/_fake/inbox")).length;
    await b2b.invitations.create(ada);
    const { mark } = (await ask("POST", "/_fake/marks")).body as unknown as { mark: string };
    await b2b.invitations.create({ ...ada, invitedUserEmailAddress: "eve@fabrikam.example" });
    expect(await mails()).toBe(2);
    await ask("POST", "/_fake/rewind", { mark });
    expect(await mails()).toBe(1);
    await ask("POST", "/_fake/rewind");
    expect(await mails()).toBe(0);
    expect(await ask("POST", "/_fake/rewind", { mark })).toMatchObject({ status: 404 });
  });

  test("is told of changes as they come, until the connection ends", async () => {
    const { b2b, admin } = open();
    const gone = new AbortController();
    const response = await admin(new Request("http://127.0.0.1/_fake/events", { signal: gone.signal }));
    expect(response?.headers.get("content-type")).toBe("text/event-stream");
    const reader = response?.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => /data: (.*)/.exec((await reader?.read())?.value ?? "")?.[1] ?? "";
    expect(JSON.parse(await next())).toMatchObject({ tenants: [{ mails: 0 }] });
    await b2b.invitations.create(ada);
    expect(JSON.parse(await next())).toMatchObject({ tenants: [{ mails: 1 }] });
    gone.abort();
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  test("gets the page where a browser asks, which the build has put there", async () => {
    const { admin } = open();
    const init = { headers: { accept: "text/html,application/xhtml+xml" } };
    const response = await admin(new Request("http://127.0.0.1/_fake", init));
    expect(response?.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const paths = [...((await response?.text()) ?? "").matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const part = await admin(new Request(`http://127.0.0.1${path}`));
      expect(part?.status).toBe(200);
      expect(await part?.text()).not.toBe("");
    }
  });

  test("reads what there is to ask for, with the schema of each body", async () => {
    const { get } = open();
    const { routes } = await get<{ routes: { request: string; body?: object }[] }>("/_fake");
    expect(routes.find(({ request }) => request === "POST /_fake/clock")?.body).toMatchObject({
      anyOf: expect.any(Array) as unknown,
    });
  });

  test.each<[string, string, string, unknown, number, string]>([
    [
      "a tenant that there is none of",
      "GET",
      "/_fake/timeline?tenant=moon",
      undefined,
      404,
      "public/contoso",
    ],
    ["an option that is misspelt", "GET", "/_fake/inbox?too=ada", undefined, 400, '"too" is not known here'],
    ["a wait that is no number", "GET", "/_fake/inbox?wait=long", undefined, 400, "wait has to be a number"],
    ["a method that it does not take", "PUT", "/_fake/clock", {}, 405, "/_fake/clock takes POST"],
    ["time that goes backwards", "POST", "/_fake/clock", { advanceMs: -5 }, 400, "time goes forward only"],
    ["a clock told nothing", "POST", "/_fake/clock", {}, 400, "has to be { advanceMs }"],
    [
      "a fault that there is none of",
      "POST",
      "/_fake/faults",
      { rules: [{ effect: "rain" }] },
      400,
      '"rain"',
    ],
    ["an instance that there is none of", "POST", "/_fake/readers", { reader: "x", hold: true }, 404, '"x"'],
    ["a lag that is none", "POST", "/_fake/readers", { lag: "soon" }, 400, "soon"],
    ["no link", "POST", "/_fake/redeem", {}, 400, "link has to be a name"],
    ["a misspelt answer", "POST", "/_fake/redeem", { link: "x", consents: true }, 400, 'has no "consents"'],
  ])("is told what is wrong with %s, and nothing is changed", async (_, method, path, body, status, text) => {
    const { ask, get } = open();
    const before = await get("/_fake/state");
    expect(await ask(method, path, body)).toMatchObject({ status, ...problem(text) });
    expect(await get("/_fake/state")).toEqual(before);
  });

  test("has none of a list of rules where one of them cannot be meant", async () => {
    const { ask, b2b, get } = open();
    const rules = [{ effect: "throttled" }, { effect: "rain" }];
    expect((await ask("POST", "/_fake/faults", { rules })).status).toBe(400);
    await b2b.invitations.create(ada);
    expect(await get("/_fake/faults")).toMatchObject([{ fired: [] }]);
  });

  test("finds nothing at other addresses", () => {
    const { admin } = open();
    expect(admin(new Request("http://127.0.0.1/_fake/users"))).toBeUndefined();
  });
});
