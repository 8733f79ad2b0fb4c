import "reflect-metadata";
import * as root from "@vestibule/sdk";
import * as graph from "@vestibule/sdk/graph";
import * as testing from "@vestibule/sdk/testing";
import * as time from "@vestibule/sdk/time";
import * as tsyringe from "@vestibule/sdk/tsyringe";
import * as wire from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";

/** Called with anything: tests of what happens where types are not checked. */
type Anything = (...given: readonly unknown[]) => unknown;

const ID = "8a3e1c2d-0000-4000-8000-000000000001";
/** Some of it cannot even be printed. */
const NONSENSE: readonly unknown[] = [
  ...[undefined, null, {}, 7, [], "x", { bogus: 1 }, () => undefined],
  ...[Symbol("x"), 10n, Object.create(null), Number.NaN, new Date(Number.NaN)],
];

/** What a person cannot make anything of: the words of the engine. */
const RAW =
  /^Cannot |is not (?:a function|iterable|a constructor|an object)|\bof (?:undefined|null)\b|intermediate value|'in' operator/;

interface Seen {
  readonly call: string;
  readonly failure: unknown;
  readonly isSynchronous: boolean;
}

/** Calls `callee`, and takes what it gives to its end. */
async function failureIn(
  call: string,
  callee: Anything,
  given: readonly unknown[],
): Promise<Seen | undefined> {
  let result: unknown;
  try {
    result = callee(...given);
  } catch (failure) {
    return { call, failure, isSynchronous: true };
  }
  try {
    const { collect } = (result ?? {}) as { readonly collect?: Anything };
    await (collect === undefined ? result : collect({ max: 1 }));
    return undefined;
  } catch (failure) {
    return { call, failure, isSynchronous: false };
  }
}

function printed(one: unknown): string {
  return Object.prototype.toString.call(one);
}

function isClear({ failure }: Seen): boolean {
  if (failure instanceof root.B2BError) return failure.code !== "invalid-input" || sayWhatToDo(failure);
  return failure instanceof TypeError && failure.message.length > 20 && !RAW.test(failure.message);
}

function sayWhatToDo({ problems = [] }: root.B2BError): boolean {
  return problems.length > 0 && problems.every(({ path, expected }) => path !== "" && expected.length > 5);
}

function shown({ call, failure }: Seen): string {
  return `${call}: ${String(failure)}`;
}

const isClass = (value: Anything) => /^class\b/.test(Function.prototype.toString.call(value));

/** Every function, and every class as a function that makes one, of every entry of the package. */
const exported: readonly (readonly [string, Anything])[] = Object.entries({
  root,
  graph,
  testing,
  time,
  tsyringe,
  wire,
}).flatMap(([entry, members]) =>
  Object.entries<unknown>(members)
    .filter((member): member is [string, Anything] => typeof member[1] === "function")
    .map(([name, value]) => {
      const call: Anything = isClass(value)
        ? (...given) => Reflect.construct(value, given) as unknown
        : value;
      return [`${entry}.${name}`, call] as const;
    }),
);

describe("whatever it is given", () => {
  test.each(exported)("%s fails, if it fails, with an error that says what to do", async (name, callee) => {
    const lists = [[], ...NONSENSE.map((one) => [one]), ...NONSENSE.map((one) => [one, one])];
    const seen = await Promise.all(
      lists.map((given) => failureIn(`${name}(${given.map(printed).join(", ")})`, callee, given)),
    );
    const failures = seen.filter((one) => one !== undefined);
    expect(failures.filter((one) => !isClear(one)).map(shown)).toEqual([]);
  });

  test.each([
    ["graph.graphTransport", {}],
    ["graph.graphTransport", { cloud: {} }],
    ["graph.graphTransport", { cloud: root.clouds.public, fetsch: fetch }],
    ["graph.graphTransport", { cloud: root.clouds.public, ky: {} }],
    ["graph.discoverHomes", { homes: { "fabrikam.com": null } }],
    ["graph.discoverHomes", { homes: { "fabrikam.com": { kind: "tenant" } } }],
    ["graph.discoverHomes", { clock: Date }],
    ["graph.discoverHomes", { ttl: 5 }],
    ["root.articleBoundary", "public"],
    ["root.bothSides", root.tenantPolicy],
    ["root.cloudById", undefined],
    ["root.createB2BClient", { transport: {} }],
    ["root.defineCloud", { id: "own" }],
    ["root.judgeInviter", { inviter: { kind: "robot" } }],
    ["root.judgeLimit", { value: "many" }],
    ["root.judgeSignIn", { homeTenantId: "contoso" }],
    ["root.localGovernor", 7],
    ["root.staticHomes", undefined],
    ["root.tenantBoundary", root.clouds.public],
    ["root.tenantPolicy", root.clouds.public],
    ["testing.VirtualClock", "now"],
    ["time.steadyClock", Date],
    ["tsyringe.registerB2B", {}],
    ["wire.compose", [undefined]],
  ])("%s refuses %o", async (name, given) => {
    const callee = exported.find(([known]) => known === name)?.[1];
    const seen = callee && (await failureIn(name, callee, [given]));
    expect(seen).toMatchObject({ isSynchronous: true });
    expect(seen && isClear(seen)).toBe(true);
  });
});

interface Watched {
  readonly b2b: root.B2BClient;
  readonly sent: () => number;
}

/** A client whose directory knows nothing and nobody. */
function watched(): Watched {
  let sent = 0;
  const body = { error: { code: "Request_ResourceNotFound", message: "It does not exist." } };
  const transport: root.Transport = {
    cloud: root.clouds.public,
    async send() {
      sent++;
      return { status: 404, headers: new Headers(), body };
    },
  };
  const clock = new testing.VirtualClock();
  return { b2b: root.createB2BClient({ transport, clock, retry: false }), sent: () => sent };
}

function methodsOf(path: string, part: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(part).flatMap(([name, value]) => {
    if (typeof value === "function") return [`${path}${name}`];
    return typeof value === "object" && value !== null && name !== "cloud"
      ? methodsOf(`${path}${name}.`, { ...value })
      : [];
  });
}

function method(client: root.B2BClient, path: string): Anything {
  const parts = path.split(".");
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], client) as Anything;
}

describe("an operation of a client", () => {
  const paths = methodsOf("", { ...watched().b2b });

  test("is called here, every one", () => {
    expect(paths.length).toBeGreaterThan(35);
  });

  test.each(paths)("%s rejects bad arguments clearly, and sends nothing then", async (path) => {
    const lists = [
      [],
      ...NONSENSE.flatMap((one) => [
        [one],
        [ID, one],
        [{}, one],
        [ID, ID, one],
        [ID, {}, one],
        [one, one, one],
      ]),
    ];
    let refusals = 0;
    for (const given of lists) {
      const { b2b, sent } = watched();
      const seen = await failureIn(`${path}(${given.map(printed).join(", ")})`, method(b2b, path), given);
      if (seen === undefined) continue;
      expect(seen.isSynchronous, shown(seen)).toBe(false);
      expect(isClear(seen) ? "" : shown(seen)).toBe("");
      if (!(seen.failure instanceof root.B2BError) || seen.failure.code !== "invalid-input") continue;
      refusals++;
      expect(sent(), shown(seen)).toBe(0);
    }
    expect(refusals).toBeGreaterThan(1);
  });
});
