import {
  type B2BClientOptions,
  type Cloud,
  type CloudId,
  clouds,
  createB2BClient,
  type HomeResolver,
  staticHomes,
  tenantPolicy,
} from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead, invited, toAda } from "../graph-answers.ts";
import { answer, scriptedTransport } from "../scripted-transport.ts";

const homes = staticHomes({
  "fabrikam.com": "public",
  "corp.cn": "china",
  "agency.us": "usgov",
  "army.us": "usgov-dod",
  "outlook.com": { kind: "consumer" },
  "garage.example": { kind: "unmanaged" },
});

type Boundary = NonNullable<B2BClientOptions["boundary"]>;

function open(boundary: Partial<Boundary> = {}, cloud: Cloud = clouds.public) {
  const transport = scriptedTransport([invited], cloud);
  let tokens = 0;
  const b2b = createB2BClient({
    transport,
    credential: () => `token-${++tokens}`,
    clock: new VirtualClock(),
    boundary: { resolver: homes, ...boundary },
  });
  const invite = (invitedUserEmailAddress: string) =>
    b2b.invitations.create({ ...toAda, invitedUserEmailAddress });
  return { b2b, invite, sent: transport.sent, tokensAsked: () => tokens };
}

describe("a guest of another cloud", () => {
  test("is refused before a token is fetched or anything is sent, with both remedies", async () => {
    const { invite, sent, tokensAsked } = open();
    const error = await failureOf(invite("li@corp.cn"));
    expect(error).toMatchObject({
      code: "cloud-boundary",
      outcome: "not-sent",
      attempts: 0,
      retryable: false,
    });
    expect(error.remedies?.map(({ action }) => action)).toEqual(["ask-for-other-address", "create-member"]);
    expect(error.message).toContain("china");
    expect(error.message).not.toContain("corp.cn");
    expect([sent.length, tokensAsked()]).toEqual([0, 0]);
  });

  test("is told by the domain of the address, in any case", async () => {
    expect(await failureOf(open().invite("Li@CORP.CN"))).toMatchObject({ code: "cloud-boundary" });
    expect(await open().invite("Ada@Fabrikam.Com")).toBeDefined();
  });

  test("is let through with a warning where the client only warns", async () => {
    const { invite, sent } = open({ mode: "warn" });
    const { warnings } = await invite("li@corp.cn").meta();
    expect(warnings.map(({ code }) => code)).toEqual(["cloud-boundary"]);
    expect(warnings[0]?.text).toContain("china");
    expect(sent).toHaveLength(1);
  });

  test("is no matter where nobody has said where guests are at home", async () => {
    const transport = scriptedTransport([invited]);
    const b2b = createB2BClient({ transport, clock: new VirtualClock() });
    const { warnings } = await b2b.invitations
      .create({ ...toAda, invitedUserEmailAddress: "li@corp.cn" })
      .meta();
    expect(warnings).toEqual([]);
  });

  test("is no matter for what names no guest's identity", async () => {
    const transport = scriptedTransport([adaRead]);
    const resolver: HomeResolver = { resolve: () => Promise.reject(new Error("not to be asked")) };
    const b2b = createB2BClient({ transport, clock: new VirtualClock(), boundary: { resolver } });
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
  });
});

describe("a guest whose home nobody knows", () => {
  test("is invited, with a warning that says so", async () => {
    const { invite, sent } = open();
    const { warnings } = await invite("ada@nowhere.example").meta();
    expect(warnings.map(({ code }) => code)).toEqual(["home-unknown"]);
    expect(warnings[0]?.text).not.toContain("nowhere");
    expect(sent).toHaveLength(1);
  });

  test("is refused where the client says so, even where it only warns of the others", async () => {
    const { invite, sent } = open({ onUnknown: "refuse", mode: "warn" });
    expect(await failureOf(invite("ada@nowhere.example"))).toMatchObject({
      code: "cloud-boundary",
      outcome: "not-sent",
    });
    expect(sent).toEqual([]);
  });
});

describe("a guest judged by settings that do not show yet what this client has changed", () => {
  test("is let through with a warning, even where the client refuses whom nobody can tell of", async () => {
    const tenantId = "bbbbbbbb-0000-4000-8000-000000000002";
    const inboundTrust = { isMfaAccepted: true };
    const transport = scriptedTransport([
      ({ operation }) => {
        if (operation.id === "crossTenantAccess.updatePartner") return answer(204);
        if (operation.id === "invitations.create") return invited;
        return answer(200, { tenantId, inboundTrust: null });
      },
    ]);
    const resolver = staticHomes({
      "fabrikam.com": { kind: "tenant", tenant: { cloud: "public", tenantId } },
    });
    const b2b = createB2BClient({
      ...{ transport, clock: new VirtualClock() },
      boundary: { resolver, policy: tenantPolicy, onUnknown: "refuse" },
    });
    await b2b.crossTenantAccess.updatePartner(tenantId, { inboundTrust });
    const { warnings } = await b2b.invitations.create(toAda).meta();
    expect(warnings.map(({ code }) => code)).toEqual(["behind-own-writes"]);
  });
});

describe("the article's boundary", () => {
  const guests = {
    "ada@fabrikam.com": "public",
    "li@corp.cn": "china",
    "jo@agency.us": "usgov",
    "max@army.us": "usgov-dod",
  } as const;

  for (const cloud of Object.values(clouds)) {
    for (const [address, home] of Object.entries(guests)) {
      const reachable = clouds[home].instance === cloud.instance;
      test(`${reachable ? "lets" : "does not let"} ${cloud.id} invite a guest of ${home}`, async () => {
        const { invite, sent } = open({}, cloud);
        const result = await invite(address).safe();
        expect(result.ok).toBe(reachable);
        expect(sent).toHaveLength(reachable ? 1 : 0);
      });
    }
  }

  test.each(["ada@outlook.com", "ada@garage.example"])(
    "lets anyone invite %s, who has no organisation",
    async (address) => {
      const { invite } = open();
      expect(await invite(address).meta()).toMatchObject({ warnings: [] });
    },
  );

  const own = (id: CloudId, instance: string): Cloud => ({
    ...clouds.public,
    id,
    instance,
    graph: "https://graph.local",
  });

  test("knows a cloud of one's own by its instance, where that is a known one", async () => {
    const { invite } = open({}, own("local", "microsoftonline.com"));
    expect(await invite("ada@fabrikam.com")).toBeDefined();
    expect(await failureOf(invite("li@corp.cn"))).toMatchObject({ code: "cloud-boundary" });
  });

  test.each(["microsoftonline.com", "sovcloud-identity.fr"])(
    "lets a cloud of one's own (instance %s) invite its own guests",
    async (instance) => {
      const bleu = own("bleu", instance);
      const resolver = staticHomes({ "voisin.fr": "bleu" }, [bleu]);
      const { invite } = open({ resolver }, bleu);
      expect(await invite("zoe@voisin.fr")).toBeDefined();
    },
  );

  test("keeps two clouds that nobody listed apart", async () => {
    const resolver = staticHomes({ "nachbar.de": "delos" }, [own("delos", "sovcloud-identity.de")]);
    const { invite } = open({ resolver }, own("bleu", "sovcloud-identity.fr"));
    expect(await failureOf(invite("zoe@nachbar.de"))).toMatchObject({ code: "cloud-boundary" });
  });

  test.each(["constructor", "toString", "__proto__"])("takes %s for no cloud that it knows", async (id) => {
    const tenant = { cloud: id };
    const resolver = { resolve: async () => ({ kind: "tenant", tenant }) as const };
    expect(await failureOf(open({ resolver }).invite("ada@odd.example"))).toMatchObject({
      code: "cloud-boundary",
    });
  });
});

describe("a policy and a resolver of one's own", () => {
  test("decide, and are asked with the domain alone, and with a signal that the caller's abort reaches", async () => {
    const asked: unknown[] = [];
    const given: (AbortSignal | undefined)[] = [];
    const controller = new AbortController();
    const { b2b } = open({
      resolver: {
        async resolve(domain, signal) {
          asked.push(domain);
          given.push(signal);
          return { kind: "tenant", tenant: { cloud: "china" } };
        },
      },
      policy: {
        async evaluate(home, signal) {
          asked.push(home);
          given.push(signal);
          controller.abort();
          return { reachable: true, via: "same-cloud" };
        },
      },
    });
    const { signal } = controller;
    await failureOf(b2b.invitations.create({ ...toAda, invitedUserEmailAddress: "Li@Corp.CN" }, { signal }));
    expect(asked).toEqual(["corp.cn", { kind: "tenant", tenant: { cloud: "china" } }]);
    expect(given.map((one) => one?.aborted)).toEqual([true, true]);
  });

  test("end the call as aborted where the caller aborts meanwhile", async () => {
    const controller = new AbortController();
    const resolver: HomeResolver = {
      resolve: (_, signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
          controller.abort();
        }),
    };
    const { b2b, sent } = open({ resolver });
    const error = await failureOf(b2b.invitations.create(toAda, { signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", outcome: "not-sent", attempts: 0 });
    expect(sent).toEqual([]);
  });

  test.each<[string, HomeResolver["resolve"]]>([
    ["fails", () => Promise.reject(new RangeError("the list is out of date"))],
    ["answers nothing", async () => undefined as never],
    ["answers what is no home", async () => ({ kind: "moon" }) as never],
    ["answers a tenant that is none", async () => ({ kind: "tenant" }) as never],
    ["answers a cloud that is no name", async () => ({ kind: "tenant", tenant: { cloud: 5 } }) as never],
    [
      "answers a tenant id that is none",
      async () => ({ kind: "tenant", tenant: { cloud: "public", tenantId: "7" } }) as never,
    ],
  ])("stop nobody where the resolver %s: the home is unknown then", async (_, resolve) => {
    const { b2b } = open({ resolver: { resolve } });
    const call = b2b.invitations.create(toAda);
    expect(await call).toBeDefined();
    expect(await call.meta()).toMatchObject({ warnings: [{ code: "home-unknown" }] });
    expect(await b2b.boundary.check("fabrikam.com")).toMatchObject({
      ...{ reachable: undefined, reason: "home-unknown" },
    });
  });

  test("are not asked about what can be nobody's home", async () => {
    const resolve = () => Promise.reject(new Error("asked"));
    const { invite } = open({ resolver: { resolve }, onUnknown: "refuse" });
    expect(await failureOf(invite("ada@1.2.3.4"))).toMatchObject({ code: "cloud-boundary" });
  });

  test("end a check as aborted where its caller gives up", async () => {
    const { b2b } = open({ resolver: staticHomes({}) });
    const signal = AbortSignal.abort(new Error("no more"));
    const error = await failureOf(b2b.boundary.check("fabrikam.com", { signal }));
    expect(error).toMatchObject({ code: "aborted", operation: "boundary.check", outcome: "not-sent" });
  });
});
