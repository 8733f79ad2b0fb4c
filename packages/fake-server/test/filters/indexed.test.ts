import { createWorld } from "@vestibule/fake-server";
import { callContext } from "@vestibule/sdk/wire";
import fc from "fast-check";
import { expect, test } from "vitest";
import { naively } from "./naive.ts";

const USERS = 600;
const LOOK_UPS = 4_000;
const SELECT = "id,userPrincipalName,mail,otherMails,proxyAddresses,accountEnabled";

type Person = Readonly<Record<string, unknown>> & { readonly id: string };

/** Users with several addresses each, some of them shared; a third has changed them since, and some have left. */
async function crowded() {
  const world = createWorld({ seed: 8 });
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  contoso.throttle("none");
  const users = Array.from({ length: USERS }, (_, n) =>
    contoso.user(`person${n}@contoso.example`, {
      mail: `Person${n}@contoso.example`,
      otherMails: [`person${n}@home.example`, `family${n >> 2}@home.example`],
      proxyAddresses: [
        `SMTP:Person${n}@contoso.example`,
        `smtp:old${n}@contoso.example`,
        `sip:${n}@sip.example`,
      ],
    }),
  );
  const { send } = contoso.transport({ as: contoso.app("reader") });
  const ask = async (method: "GET" | "PATCH" | "DELETE", path: string, given: object) => {
    const { status, body } = await send({
      operation: { id: "test", effect: method === "GET" ? "read" : "idempotent" },
      ...{ method, version: "v1.0" as const, context: callContext(), headers: {} },
      target: { path, ...(method === "GET" && { query: given as Record<string, string> }) },
      ...(method === "PATCH" && { body: given }),
    });
    expect([path, status]).toEqual([path, method === "GET" ? 200 : 204]);
    return body as { readonly value: readonly Person[] };
  };
  for (const [n, { id }] of users.entries()) {
    if (n % 3 === 0) await ask("PATCH", `/users/${id}`, { otherMails: [`new${n}@home.example`] });
    if (n % 6 === 0) await ask("PATCH", `/users/${id}`, { mail: `renamed${n}@contoso.example` });
    if (n % 7 === 0) await ask("DELETE", `/users/${id}`, {});
  }
  const list = async ($filter?: string) =>
    (await ask("GET", "/users", { $select: SELECT, $top: "999", ...($filter && { $filter }) })).value;
  return { list, ids: users.map(({ id }) => id) };
}

test("whatever address of whichever user is asked for, the index finds those whom a plain reading of everybody finds", async () => {
  const { list, ids } = await crowded();
  const everybody = await list();
  expect(everybody).toHaveLength(USERS - Math.ceil(USERS / 7));
  const n = fc.nat({ max: USERS - 1 });
  const address = fc.oneof(
    n.map((of) => `person${of}@contoso.example`),
    n.map((of) => `PERSON${of}@home.example`),
    n.map((of) => `family${of >> 2}@home.example`),
    n.map((of) => `old${of}@contoso.example`),
    n.map((of) => `new${of - (of % 3)}@home.example`),
    n.map((of) => `renamed${of - (of % 6)}@contoso.example`),
  );
  const asked = fc.oneof(
    address.map((of) => `mail eq '${of}'`),
    address.map((of) => `userPrincipalName eq '${of}'`),
    address.map((of) => `otherMails/any(m:m eq '${of}')`),
    fc
      .tuple(fc.constantFrom("smtp:", "SMTP:", "sip:", ""), address)
      .map(([prefix, of]) => `proxyAddresses/any(p:p eq '${prefix}${of}')`),
    n.map((of) => `proxyAddresses/any(p:p eq 'sip:${of}@sip.example')`),
    n.map((of) => `id eq '${ids[of]}'`),
  );
  const filter = fc.oneof(
    { weight: 4, arbitrary: asked },
    { weight: 1, arbitrary: fc.tuple(asked, asked).map(([left, right]) => `${left} and ${right}`) },
    { weight: 1, arbitrary: fc.tuple(asked, asked).map(([left, right]) => `${left} or ${right}`) },
  );
  const found: number[] = [];
  await fc.assert(
    fc.asyncProperty(filter, async ($filter) => {
      const some = await list($filter);
      expect([$filter, some]).toEqual([$filter, everybody.filter(naively($filter))]);
      found[Math.min(some.length, 2)] = (found[Math.min(some.length, 2)] ?? 0) + 1;
    }),
    { numRuns: LOOK_UPS, seed: 9 },
  );
  for (const times of [0, 1, 2]) expect([times, (found[times] ?? 0) > 200]).toEqual([times, true]);
});
