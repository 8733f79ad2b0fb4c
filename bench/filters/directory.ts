import { createWorld } from "@vestibule/fake-server";
import { callContext } from "@vestibule/sdk/wire";

export const USERS = 100_000;

const FIRST = ["Ada", "Bo", "Cy", "Dana", "Eli", "Finn", "Zoë", "Mia", "Noa", "O'Neil"];
const LAST = ["Lovelace", "van Dam", "Müller", "Bern", "Sørensen", "Li", "Okafor", "de la Cruz", "Smith"];
const DEPARTMENTS = ["Sales", "Retail", "Research & Development", null];

/** Everybody in the directory, as the benchmark made them: whoever is looked for is one of all, and not of a few hot ones. */
export const people = Array.from({ length: USERS }, (_, n) => {
  const mail = `Person${n}@contoso.example`;
  const second = `p${n}@contoso.onmicrosoft.com`;
  return {
    userPrincipalName: `person${n}@contoso.example`,
    displayName: `${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]} ${n}`,
    givenName: FIRST[n % FIRST.length] ?? null,
    surname: LAST[n % LAST.length] ?? null,
    department: DEPARTMENTS[n % DEPARTMENTS.length] ?? null,
    mail,
    otherMails: [`person${n}@home.example`, `ada.${n}@school.example`],
    proxyAddresses: [`SMTP:${mail}`, `smtp:${second}`, `smtp:old.person${n}@contoso.example`],
    ...(n % 5 === 0 && ({ userType: "Guest", creationType: "Invitation" } as const)),
  };
});

/** Every time another, and all of them before any comes again: the step is prime, and no divisor of their number. */
export const personAt = (n: number) => people[(n * 7919) % USERS] as (typeof people)[number];

const world = createWorld({ seed: 1 });
const tenant = world.cloud("public").tenant("contoso").domain("contoso.example");
tenant.throttle("none");
for (const { userPrincipalName, ...properties } of people) tenant.user(userPrincipalName, properties);
const transport = tenant.transport({ as: tenant.app("bench") });
const context = callContext();
const $select = "id,displayName,mail,userPrincipalName,userType,createdDateTime";

export type Found = readonly Readonly<Record<string, unknown>>[];

/** A whole request, from the transport to the body. An advanced query is one that asks for `$count`, or searches. */
export async function find(query: Readonly<Record<string, string>>): Promise<Found> {
  const isAdvanced = query.$count !== undefined || query.$search !== undefined;
  const { status, body } = await transport.send({
    operation: { id: "bench", effect: "read" },
    ...({ method: "GET", version: "v1.0", context } as const),
    headers: isAdvanced ? { consistencylevel: "eventual" } : {},
    target: { path: "/users", query: { $select, ...query } },
  });
  if (status !== 200) throw new Error(`${JSON.stringify(query)} was answered with ${status}`);
  return (body as { readonly value: Found }).value;
}

/** Everybody's id, page by page, by principal name. */
export async function idsOfAll(): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  let page: Readonly<Record<string, string>> | undefined = { $top: "999" };
  while (page !== undefined) {
    const { body } = await transport.send({
      operation: { id: "bench", effect: "read" },
      ...({ method: "GET", version: "v1.0", context, headers: {} } as const),
      target: { path: "/users", query: page },
    });
    const { value, "@odata.nextLink": next } = body as { value: Found; "@odata.nextLink"?: string };
    for (const { id, userPrincipalName } of value) ids.set(String(userPrincipalName), String(id));
    page = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
  }
  return ids;
}
