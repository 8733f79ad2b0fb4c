import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";

/** A guest who is in a directory already, at its sign-in. */
function signInOf({ cloud, kind, mail }: { cloud: string; kind?: "USG"; mail: string }) {
  const world = createWorld();
  world.cloud("usgov").tenant("older", { kind: "USG" }).domain("older.example");
  world.cloud("usgov").tenant("today").domain("today.example");
  const contoso = world
    .cloud(cloud)
    .tenant("contoso", kind && { kind })
    .domain("contoso.example");
  const guest = contoso.user("guest", { mail, userType: "Guest", creationType: "Invitation" });
  const { allowed, blocked } = world.signIn(contoso, guest.id);
  return allowed ? "in" : blocked?.because;
}

describe("a guest who is in a directory already signs in", () => {
  test("from an organisation of the government's, but from none that is too old for B2B collaboration", () => {
    expect(signInOf({ cloud: "usgov", mail: "kim@today.example" })).toBe("in");
    expect(signInOf({ cloud: "usgov", mail: "kim@older.example" })).toBe("not-let-in");
  });

  test("to a directory of the government's, but to none that is too old for B2B collaboration", () => {
    for (const mail of ["kim@today.example", "kim@nobody.example", "kim@outlook.com"]) {
      expect(signInOf({ cloud: "usgov", kind: "USG", mail })).toBe("not-let-in");
    }
    expect(signInOf({ cloud: "usgov", kind: "USG", mail: "kim@contoso.example" })).toBe("in");
  });

  test.each(["outlook.com", "gmail.com"])("with a personal account at %s, but not in China", (domain) => {
    expect(signInOf({ cloud: "public", mail: `kim@${domain}` })).toBe("in");
    expect(signInOf({ cloud: "usgov", mail: `kim@${domain}` })).toBe("in");
    expect(signInOf({ cloud: "china", mail: `kim@${domain}` })).toBe("no-account");
  });
});
