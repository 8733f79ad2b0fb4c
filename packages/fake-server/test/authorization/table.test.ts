import { type CallerOptions, createWorld, type RoleName, type Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";
import { attempt, furnish, OPERATIONS, pathOf, ROWS, type Row, rowsOf } from "./operations.ts";

/** A permission that nothing here takes. */
const UNRELATED = ["Calendars.Read"];
const DENIED = [403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."];

const named = (rows: readonly Row[]) =>
  rows.map((row) => [`${row.operation.method} ${row.operation.path}, of a ${row.kind}`, row] as const);

/** Asks in a tenant of its own, and tells what came of it and how much was written. */
async function ask(row: Row, callerIn: (contoso: Tenant) => CallerOptions) {
  const contoso = createWorld({ seed: 5 }).cloud("public").tenant("contoso");
  const objects = await furnish(contoso);
  const caller = callerIn(contoso);
  for (const kind of ["application", "servicePrincipal"])
    await own(contoso, caller, `${kind}s`, objects[kind]);
  const before = contoso.log.length;
  const { status, code, message } = await attempt(contoso, caller, row, pathOf(row, objects));
  return { answer: [status, code, message], written: contoso.log.length - before };
}

/** Makes an application that may do something to its own alone an owner. */
async function own(contoso: Tenant, { as }: CallerOptions, set: string, id: string | undefined) {
  if (as.kind !== "app" || !as.permissions?.includes("Application.ReadWrite.OwnedBy")) return;
  const body = { "@odata.id": `https://graph.microsoft.com/v1.0/servicePrincipals/${as.id}` };
  const administrator = asking(contoso, { as: contoso.app("administrator") });
  expect((await administrator("POST", `/${set}/${id}/owners/$ref`, { body })).status).toBe(204);
}

const app = (permissions: readonly string[]) => (contoso: Tenant) => ({
  as: contoso.app("caller", { permissions }),
});
const user = (scopes?: readonly string[], ...roles: RoleName[]) => {
  return (contoso: Tenant) => ({ as: contoso.user("caller", { roles }), ...(scopes && { scopes }) });
};
const allOf = (permission: string | undefined) => (permission ?? "").split(" and ");
/** How each refuses a token that carries too little. */
const REFUSALS = {
  "invite-permission-missing": [401, "Unauthorized", expect.stringContaining("Insufficient privileges")],
  "scopes-missing": [
    ...[403, "AccessDenied"],
    "You cannot perform the requested operation, required scopes are missing in the token.",
  ],
  "log-permissions-missing": [
    ...[403, "Authentication_MSGraphPermissionMissing"],
    expect.stringMatching(/^The principal does not have required Microsoft Graph permission\(s\): [A-Z]/),
  ],
};
const refusalOf = ({ rights: { refusal } }: Row) => (refusal === undefined ? DENIED : REFUSALS[refusal]);

const guarded = ROWS.filter(({ rights }) => rights.delegated.length > 0);
const forApplications = guarded.filter(({ rights }) => rights.application !== undefined);
const inPerson = guarded.filter(({ rights }) => rights.user !== undefined);

describe("the table of permissions", () => {
  test("has a row for every operation, and each names its page and a least permission", () => {
    expect(OPERATIONS.flatMap(rowsOf).length).toBeGreaterThan(150);
    const free = ROWS.filter((row) => !guarded.includes(row)).map(({ operation }) => operation.path);
    expect(free).toEqual(["/invitations", "/$batch"]);
    for (const { rights } of ROWS) {
      expect(URL.parse(rights.page, "https://learn.microsoft.com/graph/api/")?.hostname).toBe(
        "learn.microsoft.com",
      );
      expect(rights.application?.length).not.toBe(
        guarded.some((row) => row.rights === rights) ? 0 : undefined,
      );
    }
  });

  test("names each permission as Microsoft does, and none twice", () => {
    for (const { rights } of ROWS) {
      for (const list of [rights.delegated, rights.application ?? [], rights.self ?? []]) {
        expect(new Set(list).size).toBe(list.length);
        for (const permission of list.flatMap(allOf)) expect(permission).toMatch(/^[A-Z][\w-]+(?:\.\w+)+$/);
      }
    }
  });

  test("leaves out of applications' reach what is about whoever is signed in, and nothing else", () => {
    const unreachable = ROWS.filter(({ rights }) => rights.application === undefined);
    const isMe = ({ operation }: Row) => operation.path.startsWith("/me");
    expect(unreachable).toEqual(ROWS.filter(isMe));
    expect(unreachable.length).toBeGreaterThan(5);
  });
});

describe("an application", () => {
  test.each(named(forApplications))("with the least permission is let in: %s", async (_, row) => {
    const { answer } = await ask(row, app(allOf(row.rights.application?.[0])));
    expect(answer.slice(0, 2)).not.toEqual(refusalOf(row).slice(0, 2));
    expect(answer[0]).not.toBe(401);
  });

  test.each(named(forApplications))("with another is refused, and nothing is written: %s", async (_, row) => {
    expect(await ask(row, app(UNRELATED))).toEqual({ answer: refusalOf(row), written: 0 });
  });

  const halves = forApplications.filter(({ rights }) => rights.application?.[0]?.includes(" and "));
  test.each(named(halves))("with half of what it takes is refused: %s", async (_, row) => {
    const [half = ""] = allOf(row.rights.application?.[0]);
    expect(await ask(row, app([half]))).toEqual({ answer: refusalOf(row), written: 0 });
  });

  const ofUsers = ROWS.filter(({ rights }) => rights.application === undefined);
  test.each(named(ofUsers))("is told that it is nobody, whatever it has: %s", async (_, row) => {
    expect(await ask(row, (contoso) => ({ as: contoso.app("caller") }))).toEqual({
      answer: [400, "BadRequest", "/me request is only valid with delegated authentication flow."],
      written: 0,
    });
  });
});

describe("a user", () => {
  test.each(named(guarded))("with a role and the least scope is let in: %s", async (_, row) => {
    const { answer } = await ask(row, user(allOf(row.rights.delegated[0]), "Global Administrator"));
    expect(answer.slice(0, 2)).not.toEqual(DENIED.slice(0, 2));
    expect(answer[0]).not.toBe(401);
  });

  test.each(named(guarded))("with every role is refused without the scope: %s", async (_, row) => {
    expect(await ask(row, user(UNRELATED, "Global Administrator"))).toEqual({
      ...{ answer: refusalOf(row), written: 0 },
    });
  });

  const reserved = inPerson.filter(
    ({ rights }) => rights.user?.byMemberWhere === undefined && !(rights.toCaller && rights.user?.bySelf),
  );
  test.each(named(reserved))("with every scope is refused without a role: %s", async (_, row) => {
    expect(await ask(row, user())).toEqual({ answer: DENIED, written: 0 });
  });

  const ofOneself = guarded.filter(({ rights }) => rights.self !== undefined);
  test.each(named(ofOneself))("needs less about oneself than about others: %s", async (_, row) => {
    const scopes = allOf(row.rights.self?.[0]);
    expect((await ask(row, user(scopes, "Global Administrator"))).answer).toEqual(DENIED);
    const asTarget = (contoso: Tenant) => ({ as: contoso.user("target"), scopes });
    expect((await ask(row, asTarget)).answer[0]).not.toBe(403);
  });
});
