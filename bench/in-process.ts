import { deepEqual } from "node:assert/strict";
import type { WireResponse } from "@vestibule/sdk/wire";
import { BareMap, type Row } from "./bare-map.ts";
import { expectStatus, get, invite, type LargeTenant, largeTenant } from "./large-tenant.ts";
import { type Contender, measureRates, type Rates } from "./rounds.ts";

/** One measured operation: the fake's contenders, and those that it is held against. */
export interface Operation {
  readonly title: string;
  readonly fakes: readonly Contender[];
  readonly withPromise: Contender;
  readonly withoutPromise: Contender;
}

const FOUR = { $select: "id,displayName,mail,userType" };
const EVERYTHING: readonly (keyof Row)[] = [
  "id",
  "userPrincipalName",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "mailNickname",
  "otherMails",
  "proxyAddresses",
  "userType",
  "creationType",
  "externalUserState",
  "externalUserStateChangeDateTime",
  "identities",
  "accountEnabled",
  "createdDateTime",
  "companyName",
  "department",
  "jobTitle",
  "usageLocation",
  "preferredLanguage",
  "mobilePhone",
  "officeLocation",
  "businessPhones",
];

/** Operations per second through the transport, beside a Map that gives the same answers. */
export async function measureInProcess(
  rounds: number,
): Promise<{ readonly operations: readonly Operation[]; readonly rates: Rates }> {
  const instant = largeTenant("instant");
  const documented = largeTenant("documented");
  // Something that not every instance has applied yet, so that each read has to find out what has arrived.
  expectStatus(await documented.transport.send(invite("early@fabrikam.example")), 201);
  const bare = new BareMap(await rowsOf(instant));
  await compareAnswers(instant, bare);
  const { ids } = instant;
  const operations = [
    {
      title: "GET user",
      fakes: [readsOf("GET user, fake, instant", instant), readsOf("GET user, fake, documented", documented)],
      ...bareReads("GET user", ids, (id) => bare.user(id)),
    },
    {
      title: "GET user, 4 selected",
      fakes: [
        readsOf("GET user, 4 selected, fake, instant", instant, FOUR),
        readsOf("GET user, 4 selected, fake, documented", documented, FOUR),
      ],
      ...bareReads("GET user, 4 selected", ids, (id) => bare.fourOf(id)),
    },
    { title: "create, then GET", fakes: [creations(instant)], ...bareCreations(bare) },
  ];
  const contenders = operations.flatMap(({ fakes, withPromise, withoutPromise }) => [
    ...fakes,
    withPromise,
    withoutPromise,
  ]);
  return { operations, rates: await measureRates(contenders, rounds) };
}

function readsOf(
  name: string,
  { transport, ids }: LargeTenant,
  query?: Readonly<Record<string, string>>,
): Contender {
  const nextId = walk(ids);
  const run = async (count: number) => {
    for (let done = 0; done < count; done++) {
      expectStatus(await transport.send(get(`/users/${nextId()}`, query)), 200);
    }
  };
  return { name, run };
}

function bareReads(
  title: string,
  ids: readonly string[],
  read: (id: string) => WireResponse,
): Pick<Operation, "withPromise" | "withoutPromise"> {
  const send = async (id: string) => read(id);
  const [nextId, nextIdNow] = [walk(ids), walk(ids)];
  return {
    withPromise: {
      name: `${title}, Map + Promise`,
      async run(count) {
        for (let done = 0; done < count; done++) expectStatus(await send(nextId()), 200);
      },
    },
    withoutPromise: {
      name: `${title}, Map`,
      run(count) {
        for (let done = 0; done < count; done++) expectStatus(read(nextIdNow()), 200);
      },
    },
  };
}

/** Invites a guest and reads it. After each measurement the world goes back, so that the directory keeps its size. */
function creations({ world, transport }: LargeTenant): Contender {
  const mark = world.mark();
  let guest = 0;
  return {
    name: "create, then GET, fake, instant",
    async run(count) {
      for (let done = 0; done < count; done++) {
        const created = await transport.send(invite(`guest${guest++}@fabrikam.example`));
        expectStatus(created, 201);
        expectStatus(await transport.send(get(`/users/${invitedId(created)}`)), 200);
      }
    },
    reset: () => world.rewind(mark),
  };
}

function bareCreations(bare: BareMap): Pick<Operation, "withPromise" | "withoutPromise"> {
  const redirect = "https://app.contoso.example/welcome";
  const sendInvitation = async (address: string) => bare.invite(address, redirect);
  const sendRead = async (id: string) => bare.user(id);
  let guest = 0;
  return {
    withPromise: {
      name: "create, then GET, Map + Promise",
      async run(count) {
        for (let done = 0; done < count; done++) {
          const created = await sendInvitation(`guest${guest++}@fabrikam.example`);
          expectStatus(created, 201);
          expectStatus(await sendRead(invitedId(created)), 200);
        }
      },
      reset: () => bare.reset(),
    },
    withoutPromise: {
      name: "create, then GET, Map",
      run(count) {
        for (let done = 0; done < count; done++) {
          const created = bare.invite(`guest${guest++}@fabrikam.example`, redirect);
          expectStatus(created, 201);
          expectStatus(bare.user(invitedId(created)), 200);
        }
      },
      reset: () => bare.reset(),
    },
  };
}

/** Hands out the ids one after the other, far from each other in memory. */
function walk(ids: readonly string[]): () => string {
  const stride = 7_919;
  let at = 0;
  return () => {
    at = (at + stride) % ids.length;
    return ids[at] as string;
  };
}

function invitedId({ body }: WireResponse): string {
  return (body as { readonly invitedUser: { readonly id: string } }).invitedUser.id;
}

/** Copies of all users, with all their properties. */
async function rowsOf({ transport, ids }: LargeTenant): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const query = { $select: EVERYTHING.join(",") };
  for (const id of ids) {
    const { body } = await transport.send(get(`/users/${id}`, query));
    const { "@odata.context": _, ...row } = body as Row & Readonly<Record<string, unknown>>;
    rows.push(row);
  }
  return rows;
}

/** What is compared must do the same. */
async function compareAnswers({ world, transport, ids }: LargeTenant, bare: BareMap): Promise<void> {
  for (const id of ids.slice(0, 100)) {
    deepEqual((await transport.send(get(`/users/${id}`))).body, bare.user(id).body);
    deepEqual((await transport.send(get(`/users/${id}`, FOUR))).body, bare.fourOf(id).body);
  }
  const mark = world.mark();
  const address = "same@fabrikam.example";
  const fakes = await transport.send(invite(address));
  const bares = bare.invite(address, "https://app.contoso.example/welcome");
  deepEqual(shapeOf(bares.body), shapeOf(fakes.body));
  world.rewind(mark);
  bare.reset();
}

/** A body with its strings blanked: ids and tickets differ. */
function shapeOf(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (_, value) => (typeof value === "string" ? "" : value)));
}
