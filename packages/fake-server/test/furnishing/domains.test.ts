import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";

describe("a domain that a tenant verifies", () => {
  const contoso = () => createWorld().cloud("public").tenant("contoso");

  test.each(["-x.example", "x-.example", "x.-example", "x.example-"])("has no dash at an end: %s", (name) => {
    expect(() => contoso().domain(name)).toThrow(
      `tenant.domain: name has to be a domain, for example fabrikam.example, not "${name}"`,
    );
  });

  test.each(["x.OnMicrosoft.com", "onmicrosoft.com", "x.onmicrosoft.us", "x.partner.onmschina.cn"])(
    "is none that the service hands out: %s",
    (name) => {
      expect(() => contoso().domain(name)).toThrow("has to be a domain of one's own");
    },
  );

  test.each(["x-y.example", "notonmicrosoft.com", "bücher.example"])("may be any other: %s", (name) => {
    expect(contoso().domain(name).directory.holdsDomain(name)).toBe(true);
  });
});
