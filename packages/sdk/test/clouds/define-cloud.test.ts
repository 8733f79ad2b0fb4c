import { type CloudDefinition, cloudById, clouds, defineCloud } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { describe, expect, test } from "vitest";

const singapore: CloudDefinition = {
  id: "govsg",
  instance: "sovcloud-identity.sg",
  graph: "https://graph.svc.sovcloud.sg/",
  login: "https://login.sovcloud-identity.sg",
  portal: "https://portal.sovcloud.sg",
  lacks: ["invitations"],
};

describe("a cloud of one's own", () => {
  test("has what it was given, and a scope that belongs to its Graph", () => {
    expect(defineCloud(singapore)).toEqual({
      ...singapore,
      graph: "https://graph.svc.sovcloud.sg",
      scope: "https://graph.svc.sovcloud.sg/.default",
      lacks: new Set(["invitations"]),
    });
  });

  test("may be a test server's, on a loopback host, without TLS", () => {
    const addresses = {
      graph: "http://127.0.0.1:4000",
      login: "http://[::1]:4001",
      portal: "http://localhost",
    };
    const local = defineCloud({ ...singapore, ...addresses, scope: "api://test/.default" });
    expect(local).toMatchObject({ ...addresses, scope: "api://test/.default" });
    expect(() => graphTransport({ cloud: local })).not.toThrow();
  });

  test("cannot be changed afterwards", () => {
    const cloud = defineCloud(singapore) as { graph: string };
    expect(() => {
      cloud.graph = "https://evil.example";
    }).toThrow(TypeError);
  });

  test.each<[Partial<Record<keyof CloudDefinition, unknown>>, string]>([
    [{ id: "public" }, 'defineCloud: "public" is a cloud already'],
    [{ id: "" }, "defineCloud: id must be a name"],
    [{ id: "a b" }, "defineCloud: id must be a name"],
    [{ id: undefined }, "defineCloud: id must be a name"],
    [{ instance: "" }, "defineCloud: instance must be the name"],
    [{ graph: "http://graph.svc.sovcloud.sg" }, "defineCloud: graph must be an https origin"],
    [{ login: "http://login.example" }, "defineCloud: login must be an https origin"],
    [{ login: "https://login.example/common" }, "defineCloud: login must be an https origin"],
    [{ portal: "portal" }, "defineCloud: portal must be an https origin"],
    [{ graph: undefined }, "defineCloud: graph must be an https origin"],
  ])("is refused with %j", (changes, text) => {
    const attempt = () => defineCloud({ ...singapore, ...changes } as CloudDefinition);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(text);
  });
});

describe("a cloud by its id", () => {
  test("is one of those that are live, or one's own", () => {
    const own = defineCloud(singapore);
    for (const cloud of Object.values(clouds)) expect(cloudById(cloud.id)).toBe(cloud);
    expect(cloudById("govsg", [own])).toBe(own);
  });

  test.each(["germany", "gcc", "gcc-high", "", "Public", "constructor"])(
    "is refused for %j, with the ids that there are",
    (id) => {
      expect(() => cloudById(id)).toThrow(TypeError);
      expect(() => cloudById(id)).toThrow("there are public, usgov, usgov-dod, china.");
    },
  );
});
