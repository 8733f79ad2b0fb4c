import { expect, test } from "vitest";
import { evaluateSignIn } from "../../src/sign-in/index.ts";

const mfa = { displayName: "Guests do MFA", controls: ["mfa"] } as const;
const block = { displayName: "Nobody", controls: ["block"] } as const;
const tenants = (...input: Parameters<typeof evaluateSignIn>) => {
  const { allowed, challenges } = evaluateSignIn(...input);
  return { allowed, at: challenges.map(({ tenant }) => tenant) };
};

test("trust in what was done at home means nothing for a guest who has no Entra home", () => {
  const resource = { policies: [mfa], trustsHomeMfa: true };
  expect(tenants(resource, { isEntra: false, asksMfa: true })).toEqual({ allowed: true, at: ["resource"] });
  expect(tenants(resource, { isEntra: true, asksMfa: false })).toEqual({ allowed: true, at: ["home"] });
});

test("a policy that blocks does so after the guest has signed in at home", () => {
  const resource = { policies: [mfa, block], trustsHomeMfa: false };
  expect(tenants(resource, { isEntra: true, asksMfa: true })).toEqual({ allowed: false, at: ["home"] });
});
