import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./run.ts";

const here = join(import.meta.dirname, "../..");

interface Finding {
  readonly client: string;
  readonly version: string | null;
  readonly lacks: readonly string[];
  readonly ways: readonly { readonly way: string; readonly reaches: boolean; readonly why?: string }[];
}

async function findings(folder: string, env: NodeJS.ProcessEnv = {}) {
  const { code, out } = await run(["doctor", "--json"], env, folder);
  const { clients } = JSON.parse(out) as { readonly clients: readonly Finding[] };
  return { code, of: (name: string) => clients.find(({ client }) => client === name), clients };
}

/** A folder in which a package of this name is installed, with these words. */
async function folderWith(name: string, module: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
  const place = join(folder, "node_modules", name);
  await mkdir(place, { recursive: true });
  const manifest = { name, version: "9.9.9", type: "module", exports: "./index.js" };
  await writeFile(join(place, "package.json"), JSON.stringify(manifest));
  await writeFile(join(place, "index.js"), module);
  return folder;
}

describe("vestibule-fake doctor", () => {
  test("lets each client that is installed invite somebody by each way, whatever the surroundings say", async () => {
    const env = { HTTPS_PROXY: "http://127.0.0.1:9", NODE_OPTIONS: "--no-warnings", VESTIBULE_FAKE: "none" };
    const { code, clients } = await findings(here, env);
    expect(code).toBe(0);
    for (const { client, version, ways } of clients) {
      expect([client, version]).toEqual([client, expect.stringMatching(/^v?\d+\.\d+\.\d+/)]);
      expect(ways.map(({ way, reaches, why }) => [way, reaches, why])).toEqual([
        ["preload", true, undefined],
        ["address", true, undefined],
        ["proxy", true, undefined],
      ]);
    }
    expect(clients.map(({ client }) => client)).toEqual([
      ...["@microsoft/microsoft-graph-client", "@microsoft/msgraph-sdk", "@azure/identity"],
      ...["@azure/msal-node", "@vestibule/sdk", "fetch"],
    ]);
  }, 120_000);

  test("says which clients are not there, and fails by none of them", async () => {
    const { code, of } = await findings(await mkdtemp(join(tmpdir(), "vestibule-test-")));
    expect(code).toBe(0);
    expect(of("@azure/identity")).toMatchObject({ version: null, ways: [] });
    expect(of("fetch")?.ways.every(({ reaches }) => reaches)).toBe(true);
  }, 60_000);

  test("fails where a client that is there gets to the fake by no way, and says why", async () => {
    const broken = "export class ClientSecretCredential { getToken() { throw new Error('it is broken'); } }";
    const folder = await folderWith("@azure/identity", broken);
    const { code, of } = await findings(folder);
    expect(code).toBe(1);
    expect(of("@azure/identity")).toMatchObject({
      version: "9.9.9",
      ways: ["preload", "address", "proxy"].map((way) => ({ way, reaches: false, why: "it is broken" })),
    });
    const { out } = await run(["doctor"], {}, folder);
    expect(out).toContain("@azure/identity 9.9.9: gets to the fake by no way\n  preload  no ");
    expect(out).toContain("@azure/msal-node: not installed here\n");
  }, 60_000);

  test("believes no client that says it has invited somebody", async () => {
    const silent =
      "export const Client = { initWithMiddleware: () => ({ api: () => ({ post: async () => ({}) }) }) };";
    const { of } = await findings(await folderWith("@microsoft/microsoft-graph-client", silent));
    expect(of("@microsoft/microsoft-graph-client")?.ways[0]).toMatchObject({
      reaches: false,
      why: "it says that it has invited somebody, and nobody is there",
    });
  }, 60_000);

  test("does not try a client that lacks what it takes to invite", async () => {
    const { code, of } = await findings(await folderWith("@microsoft/msgraph-sdk", ""));
    expect(code).toBe(0);
    expect(of("@microsoft/msgraph-sdk")).toMatchObject({
      version: "9.9.9",
      lacks: ["@microsoft/msgraph-sdk-invitations", "@microsoft/kiota-authentication-azure"],
      ways: [],
    });
  }, 60_000);

  test("takes no more than it says", async () => {
    const ran = await run(["doctor", "me"]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toBe('vestibule-fake: doctor takes no "me": vestibule-fake doctor\n');
  });
});
