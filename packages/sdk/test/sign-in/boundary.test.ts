import { type ConditionalAccessPolicy, clouds, judgeSignIn } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { directoryWith } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf } from "../scripted-transport.ts";

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const POLICY = "/policies/crossTenantAccessPolicy";

/** A directory in the public cloud that asks nothing of anybody, and says this of other clouds. */
function open(policy: object, entry?: object) {
  const answers = directoryWith({
    [POLICY]: answer(200, policy),
    ...(entry && { [`${POLICY}/partners/${homeTenantId}`]: answer(200, entry) }),
  });
  return openClient([(request) => (request.method === "PATCH" ? answer(204) : answers(request))]);
}

const question = { homeTenantId, homeCloud: "china", homeMfa: "not-required" } as const;
const CHINA = "partner.microsoftonline.cn";

describe("which other clouds are open", () => {
  test("is read for a guest from one of them, and for nobody else", async () => {
    const { b2b, sent } = open(
      { allowedCloudEndpoints: [CHINA] },
      { tenantId: homeTenantId, inboundTrust: null },
    );
    expect((await b2b.signIn.predict({ ...question, homeCloud: "public" })).outcome).toBe("no-mfa");
    expect((await b2b.signIn.predict({ ...question, homeTenantId: null })).outcome).toBe("no-mfa");
    expect(sent.map(pathOf)).not.toContain(POLICY);
    expect((await b2b.signIn.predict(question)).outcome).toBe("no-mfa");
    expect(sent.map(pathOf)).toContain(POLICY);
  });

  test.each([null, undefined, []])("is none where Graph shows %o", async (allowedCloudEndpoints) => {
    const { b2b } = open({ allowedCloudEndpoints }, { tenantId: homeTenantId, inboundTrust: null });
    expect((await b2b.signIn.predict(question)).shutOutBy).toMatchObject([{ decidedBy: "clouds" }]);
  });

  test("is undecided where an answer does not show what this client has just changed", async () => {
    const { b2b } = open({ allowedCloudEndpoints: [] }, { tenantId: homeTenantId, inboundTrust: null });
    await b2b.crossTenantAccess.allowClouds([CHINA]);
    const { outcome, missing } = await b2b.signIn.predict(question);
    expect(outcome).toBe("unknown");
    expect(missing.join()).toContain("ask again");
  });
});

test.each(Object.keys(clouds) as (keyof typeof clouds)[])(
  "a guest of each cloud can be asked about: %s",
  async (homeCloud) => {
    const { b2b } = open({ allowedCloudEndpoints: [] });
    const { outcome } = await b2b.signIn.predict({ ...question, homeCloud });
    expect(outcome).toBe(homeCloud === "public" ? "no-mfa" : "blocked");
  },
);

describe("a boundary that somebody has judged already", () => {
  const policies: readonly ConditionalAccessPolicy[] = [];
  const because = "the cloud china is not open here";
  const shut = { allowed: false, decidedBy: "clouds", because, missing: [] } as const;
  const judge = (allowed: false | undefined | true) =>
    judgeSignIn(question, { policies, inboundTrust: null, boundary: { ...shut, allowed } });

  test("shuts the guest out, lets it through, or leaves that open", () => {
    expect(judge(false)).toEqual({ outcome: "blocked", challenges: [], shutOutBy: [shut], missing: [] });
    expect(judge(true).outcome).toBe("no-mfa");
    expect(judge(undefined)).toEqual({
      ...{ outcome: "unknown", challenges: [] },
      missing: [`whether the guest is let in: ${because}`],
    });
  });
});
