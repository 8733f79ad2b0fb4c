import { clouds, staticHomes } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { homeKey } from "../../src/clouds/home.ts";

describe("the clouds that are live", () => {
  test("have each their own Graph, and a scope that belongs to it", () => {
    const all = Object.values(clouds);
    expect(new Set(all.map(({ graph }) => graph)).size).toBe(4);
    for (const { graph, scope, login, portal } of all) {
      expect(scope).toBe(`${graph}/.default`);
      for (const address of [graph, login, portal]) expect(new URL(address).origin).toBe(address);
    }
  });

  test("are known by the id that they stand under", () => {
    for (const [name, { id }] of Object.entries(clouds)) expect(id).toBe(name);
  });

  test("have the hosts of Microsoft's list", () => {
    const hosts = Object.values(clouds).map(({ id, instance, graph, login }) => [id, instance, graph, login]);
    expect(hosts).toEqual([
      ["public", "microsoftonline.com", "https://graph.microsoft.com", "https://login.microsoftonline.com"],
      ["usgov", "microsoftonline.us", "https://graph.microsoft.us", "https://login.microsoftonline.us"],
      [
        "usgov-dod",
        "microsoftonline.us",
        "https://dod-graph.microsoft.us",
        "https://login.microsoftonline.us",
      ],
      [
        ...["china", "partner.microsoftonline.cn"],
        ...["https://microsoftgraph.chinacloudapi.cn", "https://login.partner.microsoftonline.cn"],
      ],
    ]);
  });
});

describe("where a guest is at home", () => {
  test.each([
    ["ada@fabrikam.com", "fabrikam.com"],
    ["Ada@FABRIKAM.com", "fabrikam.com"],
    ["fabrikam.com", "fabrikam.com"],
    ["AAAAAAAA-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000001"],
    ["a@b@fabrikam.com", "fabrikam.com"],
  ])("is decided for %s by %s", (identity, key) => {
    expect(homeKey(identity)).toBe(key);
  });

  test("is known for what was given, in any case, and unknown for anything else", async () => {
    const consumer = { kind: "consumer" } as const;
    const homes = staticHomes({ "Fabrikam.COM": "china", "outlook.com": consumer });
    expect(await homes.resolve("fabrikam.com")).toEqual({ kind: "tenant", tenant: { cloud: "china" } });
    expect(await homes.resolve("OUTLOOK.com")).toBe(consumer);
    for (const other of ["x.fabrikam.com", "", "constructor", "__proto__"])
      expect(await homes.resolve(other)).toEqual({ kind: "unknown" });
  });
});

describe("a home that is given", () => {
  test.each<[string, unknown]>([
    ["a cloud that there is not", "chnia"],
    ["a home in a cloud that there is not", { kind: "tenant", tenant: { cloud: "chnia" } }],
    ["a home in a cloud without a name", { kind: "tenant", tenant: { cloud: 5 } }],
    ["a tenant id that is none", { kind: "tenant", tenant: { cloud: "china", tenantId: "7" } }],
  ])("is refused with its name, where it is %s", (_, home) => {
    expect(() => staticHomes({ "fabrikam.cn": home as never })).toThrow('staticHomes: "fabrikam.cn"');
  });

  test("may be in a cloud of one's own, which is handed over as well", async () => {
    const bleu = { ...clouds.public, id: "bleu" };
    const { resolve } = staticHomes({ "voisin.fr": "bleu" }, [bleu]);
    expect(await resolve("voisin.fr")).toEqual({ kind: "tenant", tenant: { cloud: "bleu" } });
    expect(() => staticHomes({ "voisin.fr": "bleu" })).toThrow("second argument");
  });
});
