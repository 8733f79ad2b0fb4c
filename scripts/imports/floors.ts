/**
 * Who may import whom, as data. A room is a folder of a package's `src/`, or a file that stands in `src/` itself.
 * A room imports from every lower floor, never from above, never from beside it.
 */
export interface House {
  /** The package's name, under which nobody inside it may import it. */
  readonly name: string;
  /** From the ground up. */
  readonly floors: readonly (readonly string[])[];
  /** Instead of every lower floor: just these rooms. `type x` gives the types of x and no values. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  /** What it may import of our other packages. */
  readonly siblings: readonly string[];
  /** Which room or file may load what is not ours. `node:*` stands for all of Node's own modules. */
  readonly loads: Readonly<Record<string, readonly string[]>>;
}

const sdk: House = {
  name: "@vestibule/sdk",
  floors: [
    // `remedies` is a catalogue of texts, and imports nothing: a verdict of `clouds` may hold some of it.
    ["wire", "time", "clouds", "remedies", "schemas"],
    ["errors", "governor"],
    // Who is refused, by what the directory's settings say, and the layers that act on it: neither knows the other.
    ["boundary", "middleware"],
    ["resources"],
    ["preflight", "sign-in", "limits", "delegation"],
    ["client.ts"],
    ["index.ts", "graph", "fetch", "bulk", "tsyringe", "otel", "testing"],
  ],
  only: {
    wire: ["type time", "type clouds", "type remedies", "type schemas"],
    time: ["type wire", "type clouds", "type remedies", "type schemas"],
    clouds: ["type wire", "type time", "remedies", "type schemas"],
    remedies: ["type wire", "type time", "type clouds", "type schemas"],
    schemas: ["type wire", "type time", "type clouds", "type remedies"],
    boundary: ["wire", "time", "clouds", "schemas", "errors"],
    resources: ["wire", "time", "clouds", "remedies", "schemas", "errors"],
    // Composes the judgements of its neighbours: on their floor, and after them.
    preflight: [
      ...["wire", "time", "clouds", "remedies", "schemas", "errors", "middleware", "resources"],
      ...["sign-in", "limits", "delegation"],
    ],
    governor: ["time"],
    graph: ["wire", "time", "clouds", "errors"],
    fetch: ["wire", "time", "clouds", "errors"],
    testing: ["wire", "time", "type clouds"],
  },
  siblings: [],
  loads: {
    "zod/mini": ["schemas", "errors", "resources"],
    ky: ["graph"],
    tsyringe: ["tsyringe"],
    "reflect-metadata": ["tsyringe"],
    "@opentelemetry/api": ["otel"],
  },
};

/** What knows of sockets. The other doors open wherever there is JavaScript. */
const sockets = ["listen", "one-port", "bare-answer", "served", "body", "mount"].map(
  (file) => `doors/${file}.ts`,
);

const fakeServer: House = {
  name: "@vestibule/fake-server",
  floors: [
    ["simulation", "cryptography", "same-process.ts", "fake-address.ts"],
    ["replication"],
    ["directory"],
    // Evaluates the policies that the directory keeps.
    ["sign-in"],
    // Takes a guest from the link to the acceptance, by what sign-in asks for.
    ["redemption"],
    ["odata", "schema"],
    ["graph", "login"],
    ["faults", "conduct"],
    // Says what a test may furnish a world with.
    ["furnishing"],
    // Holds all of a world as data, and puts it back.
    ["snapshot"],
    ["world"],
    // Furnishes a world from data.
    ["scenario"],
    ["doors", "admin"],
    ["create-world.ts"],
    // Lends worlds to tests, and judges what happened in them.
    ["trial"],
    ["index.ts", "schema-check.ts", "testing", "vitest", "cli", "register"],
  ],
  only: {},
  siblings: ["@vestibule/sdk/wire", "@vestibule/sdk/time", "@vestibule/sdk/testing"],
  loads: {
    "zod/mini": ["furnishing", "snapshot", "scenario", "admin"],
    "@peculiar/asn1-schema": ["cryptography"],
    "@peculiar/asn1-x509": ["cryptography"],
    "node:*": ["cryptography", ...sockets, "admin", "cli", "register"],
    // The page alone, which runs in a browser.
    preact: ["admin"],
    "preact/hooks": ["admin"],
    vitest: ["vitest"],
  },
};

/** By the folder's name under `packages/`. */
export const houses: Readonly<Record<string, House>> = { sdk, "fake-server": fakeServer };
