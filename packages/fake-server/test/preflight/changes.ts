import type { Tenant } from "@vestibule/fake-server";
import type { B2BClient } from "@vestibule/sdk";
import { everybody } from "../everybody.ts";

interface Whom {
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  /** The guest. */
  readonly adaId: string;
}

/** Something that a client changes in its directory. */
export interface Change {
  readonly name: string;
  /** Who is to be invited after it. Absent: the guest. */
  readonly invited?: string;
  readonly before?: (b2b: B2BClient, whom: Whom) => Promise<unknown>;
  readonly change: (b2b: B2BClient, whom: Whom) => Promise<unknown>;
}

const inboundOf = (accessType: "allowed" | "blocked") => ({
  b2bCollaborationInbound: everybody(accessType),
});

const BEA = "bea@fabrikam.example";
const bea = {
  displayName: "Bea",
  userPrincipalName: "bea@contoso.onmicrosoft.com",
  passwordProfile: { password: "Long-enough-1" },
};
const trusting = { inboundTrust: { isMfaAccepted: true } };

export const CHANGES: readonly Change[] = [
  { name: "blocks the domain", change: (b2b) => b2b.beta.domainPolicy.block(["fabrikam.example"]) },
  {
    name: "lets every domain in again",
    before: (b2b) => b2b.beta.domainPolicy.block(["fabrikam.example"]),
    change: (b2b) => b2b.beta.domainPolicy.clear(),
  },
  {
    name: "blocks the guest's account",
    change: (b2b, { adaId }) => b2b.guests.update(adaId, { accountEnabled: false }),
  },
  {
    name: "blocks the guest's account, by its principal name",
    change: (b2b) =>
      b2b.guests.update("ada_fabrikam.example#EXT#@contoso.onmicrosoft.com", { accountEnabled: false }),
  },
  {
    name: "unblocks the guest's account",
    before: (b2b, { adaId }) => b2b.guests.update(adaId, { accountEnabled: false }),
    change: (b2b, { adaId }) => b2b.guests.update(adaId, { accountEnabled: true }),
  },
  {
    name: "shuts the organisation out",
    change: (b2b, { fabrikam }) => b2b.crossTenantAccess.addPartner(fabrikam.id, inboundOf("blocked")),
  },
  {
    name: "lets the organisation in again",
    before: (b2b, { fabrikam }) => b2b.crossTenantAccess.addPartner(fabrikam.id, inboundOf("blocked")),
    change: (b2b, { fabrikam }) => b2b.crossTenantAccess.updatePartner(fabrikam.id, inboundOf("allowed")),
  },
  {
    name: "takes the organisation's entry away",
    before: (b2b, { fabrikam }) => b2b.crossTenantAccess.addPartner(fabrikam.id, inboundOf("blocked")),
    change: (b2b, { fabrikam }) => b2b.crossTenantAccess.removePartner(fabrikam.id),
  },
  {
    name: "trusts the organisation's multifactor authentication",
    change: (b2b, { fabrikam }) => b2b.crossTenantAccess.addPartner(fabrikam.id, trusting),
  },
  {
    name: "puts an entry that names less in place of the organisation's",
    before: (b2b, { fabrikam }) =>
      b2b.crossTenantAccess.addPartner(fabrikam.id, { ...inboundOf("blocked"), ...trusting }),
    change: async (b2b, { fabrikam }) => {
      await b2b.crossTenantAccess.removePartner(fabrikam.id);
      await b2b.crossTenantAccess.addPartner(fabrikam.id, {});
    },
  },
  { name: "trusts everybody's", change: (b2b) => b2b.crossTenantAccess.updateDefault(trusting) },
  {
    name: "shuts everybody out",
    change: (b2b) => b2b.crossTenantAccess.updateDefault(inboundOf("blocked")),
  },
  {
    name: "puts the default back",
    before: (b2b) => b2b.crossTenantAccess.updateDefault({ ...inboundOf("blocked"), ...trusting }),
    change: (b2b) => b2b.crossTenantAccess.resetDefault(),
  },
  {
    name: "makes a member account that has the address",
    invited: BEA,
    change: (b2b) => b2b.members.create({ ...bea, mail: BEA }),
  },
  {
    name: "makes a member account that has the address among others",
    invited: BEA,
    change: (b2b) => b2b.members.create({ ...bea, otherMails: ["b@fabrikam.example", BEA] }),
  },
  {
    name: "gives somebody the address",
    invited: BEA,
    change: (b2b, { adaId }) => b2b.guests.update(adaId, { otherMails: [BEA] }),
  },
  {
    name: "takes the address from a member account",
    invited: BEA,
    before: (b2b) => b2b.members.create({ ...bea, otherMails: [BEA] }),
    change: (b2b, { contoso }) => b2b.guests.update(contoso.user("bea").id, { otherMails: [] }),
  },
  {
    name: "takes the address from the guest",
    invited: BEA,
    before: (b2b, { adaId }) => b2b.guests.update(adaId, { otherMails: [BEA] }),
    change: (b2b, { adaId }) => b2b.guests.update(adaId, { otherMails: [] }),
  },
  {
    name: "gives the guest a role that is not let in",
    before: async (_, { contoso }) => keepOut(contoso),
    change: (b2b, { adaId }) => b2b.delegation.grantGuestInviter(adaId),
  },
  {
    name: "takes a role from the guest that is not let in",
    before: async (b2b, { contoso, adaId }) => {
      keepOut(contoso);
      await b2b.delegation.grantGuestInviter(adaId);
    },
    change: (b2b, { adaId }) => b2b.delegation.revokeGuestInviter(adaId),
  },
];

const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";

function keepOut(contoso: Tenant): void {
  const conditions = {
    ...{ clientAppTypes: ["all"], applications: { includeApplications: ["All"] } },
    users: { includeRoles: [GUEST_INVITER] },
  };
  const grantControls = { operator: "OR", builtInControls: ["block"] } as const;
  contoso.conditionalAccess({ displayName: "no inviters", state: "enabled", conditions, grantControls });
}
