import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking } from "../rights/ask.ts";

const STRENGTHS = "/policies/authenticationStrengthPolicies";
const [MFA, PASSWORDLESS, PHISHING] = [2, 3, 4].map((n) => `00000000-0000-0000-0000-00000000000${n}`);

function open(cloud = "public") {
  const contoso = createWorld().cloud(cloud).tenant("contoso");
  return asking(contoso, { as: contoso.app("reader") });
}

const idsOf = ({ body }: Answer) => (body as { value: { id: string }[] }).value.map(({ id }) => id);

describe("the authentication strengths", () => {
  test("are the three that every directory has, whole", async () => {
    const ask = open();
    expect(idsOf(await ask("GET", STRENGTHS))).toEqual([MFA, PASSWORDLESS, PHISHING]);
    const { body } = await ask("GET", `${STRENGTHS}/${PHISHING}`);
    expect(body).toEqual({
      "@odata.context": expect.stringMatching(/#policies\/authenticationStrengthPolicies\/\$entity$/),
      id: PHISHING,
      displayName: "Phishing resistant MFA",
      description: expect.any(String),
      ...{ createdDateTime: "2021-12-01T00:00:00Z", modifiedDateTime: "2021-12-01T00:00:00Z" },
      ...{ policyType: "builtIn", requirementsSatisfied: "mfa" },
      allowedCombinations: ["windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"],
      "combinationConfigurations@odata.context": expect.stringContaining(PHISHING as string),
      combinationConfigurations: [],
    });
  });

  test("are found by the methods that one of their combinations has, all of them", async () => {
    const ask = open();
    const find = async ($filter: string) => idsOf(await ask("GET", STRENGTHS, { query: { $filter } }));
    expect(await find("allowedCombinations/any(x:x has 'password, voice')")).toEqual([MFA]);
    expect(await find("allowedCombinations/any(c: c has 'deviceBasedPush')")).toEqual([MFA, PASSWORDLESS]);
    expect(await find("allowedCombinations/any(x:x has 'FIDO2')")).toHaveLength(3);
    expect(await find("allowedCombinations/any(x:x has 'password,fido2')")).toEqual([]);
    expect(await find("policyType eq 'builtIn'")).toHaveLength(3);
    expect(await find("policyType eq 'custom'")).toEqual([]);
  });

  test.each([
    "displayName eq 'x'",
    "allowedCombinations/any(x:y has 'sms')",
    "allowedCombinations/all(x:x has 'sms')",
    "policyType eq 'other'",
    "",
  ])("are not found by %j", async ($filter) => {
    const ask = open();
    expect(await ask("GET", STRENGTHS, { query: { $filter } })).toMatchObject({
      status: 400,
      code: "Request_UnsupportedQuery",
    });
  });

  test("are not there where policies cannot ask for them, and nobody has made another", async () => {
    expect((await open("china")("GET", STRENGTHS)).status).toBe(400);
    expect((await open("usgov")("GET", STRENGTHS)).status).toBe(200);
    expect((await open()("GET", `${STRENGTHS}/nothing`)).status).toBe(404);
  });
});
