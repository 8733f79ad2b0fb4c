import { describe, expect, test } from "vitest";
import { answeredIn, CLOUDS, everyRoute } from "./sweep.ts";
import { visitEverything } from "./visit.ts";

const SPONSORED = "GET /users/{key}/sponsorOf";
const STRENGTHS = "GET /policies/authenticationStrengthPolicies";
/** What a cloud does not have. */
const MISSING: Readonly<Record<string, readonly string[]>> = {
  public: [],
  usgov: [SPONSORED],
  "usgov-dod": [SPONSORED],
  china: [SPONSORED, STRENGTHS, `${STRENGTHS}/{id}`],
};
/** What answers with a refusal alone. */
const REFUSED = new Set(["GET /invitations"]);

// What departs from the schema fails each test by itself, as it fails every other.
describe.each(CLOUDS)("every route of the fake in %s", (cloud) => {
  test("is answered as the published schema of the cloud has it", async () => {
    const answered = answeredIn(await visitEverything(cloud));
    const missing = everyRoute().filter((route) => !answered.has(route) && !REFUSED.has(route));
    expect(missing).toEqual(MISSING[cloud]);
  });
});
