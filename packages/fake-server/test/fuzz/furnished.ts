import {
  createWorld,
  type FakeApp,
  type FakeUser,
  type Realism,
  type Tenant,
  type World,
} from "@vestibule/fake-server";

/** A tenant with some of everything, so that a path chosen at random leads somewhere. */
export interface Furnished {
  readonly world: World;
  readonly contoso: Tenant;
  /** Another tenant, which nobody here has a token of. */
  readonly fabrikam: Tenant;
  /** Reads what has become of it all, and is nobody whom a request could name. */
  readonly auditor: FakeApp;
  readonly callers: readonly (FakeApp | FakeUser)[];
  /** What may stand in a path, a reference or a body: `%user%` and the like. */
  readonly ids: Readonly<Record<string, string>>;
}

export function furnished(seed: number, realism: Realism = "instant"): Furnished {
  const world = createWorld({ seed, realism });
  const cloud = world.cloud("public");
  const [contoso, fabrikam] = [cloud.tenant("contoso"), cloud.tenant("fabrikam").domain("fabrikam.example")];
  const [portal, inviter] = [contoso.app("portal"), contoso.app("inviter")];
  const [mia, noa] = [contoso.user("mia", { roles: ["Global Administrator"] }), contoso.user("noa")];
  const guest = contoso.user("ada_fabrikam.example#EXT#@contoso.onmicrosoft.com", {
    ...{ mail: "ada@fabrikam.example", userType: "Guest", creationType: "Invitation" },
  });
  const team = contoso.group("team");
  const policy = contoso.conditionalAccess({
    displayName: "MFA for guests",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  });
  const office = contoso.namedLocation({ displayName: "Office", isTrusted: true, ipRanges: ["10.0.0.0/8"] });
  return {
    world,
    contoso,
    fabrikam,
    auditor: contoso.app("auditor"),
    callers: [contoso.app("caller"), mia, noa, guest],
    ids: {
      ...{ user: mia.id, other: noa.id, guest: guest.id, group: team.id, app: portal.appId, sp: portal.id },
      ...{ inviter: inviter.id, tenant: fabrikam.id, policy: policy.id },
      ...{ location: office.id, nobody: "00000000-0000-4000-8000-000000000000" },
      role: "62e90394-69f5-4237-9190-012177145e10",
    },
  };
}
