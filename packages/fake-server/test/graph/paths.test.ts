import { describe, expect, test } from "vitest";
import { idsOf, openRaw } from "./raw-calls.ts";

describe("a path", () => {
  test("leads to those who report to somebody by number, and as users", async () => {
    const { ask, contoso } = openRaw();
    const [ada, bo] = [contoso.user("ada"), contoso.user("bo")];
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${ada.id}` };
    expect((await ask("PUT", `/users/${bo.id}/manager/$ref`, { body })).status).toBe(204);
    const reports = `/users/${ada.id}/directReports`;
    expect((await ask("GET", `${reports}/$count`, { eventual: true })).body).toBe(1);
    expect(idsOf(await ask("GET", `${reports}/microsoft.graph.user`))).toEqual([bo.id]);
    expect((await ask("GET", `${reports}/microsoft.graph.user/$count`, { eventual: true })).body).toBe(1);
  });

  test("leads to the number of somebody's assignments", async () => {
    const { ask, contoso } = openRaw();
    const path = `/users/${contoso.user("ada").id}/appRoleAssignments/$count`;
    expect((await ask("GET", path, { eventual: true })).body).toBe(0);
    expect((await ask("GET", path)).status).toBe(400);
  });

  test.each([
    ["getMemberGroups", { securityEnabledOnly: false }],
    ["revokeSignInSessions", {}],
  ])("names an action whole or short: %s", async (action, body) => {
    const { ask, contoso } = openRaw();
    const user = `/users/${contoso.user("ada").id}`;
    const short = await ask("POST", `${user}/${action}`, { body });
    const whole = await ask("POST", `${user}/microsoft.graph.${action}`, { body });
    expect([whole.status, whole.body]).toEqual([200, short.body]);
  });
});
