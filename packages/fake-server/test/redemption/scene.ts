import {
  createWorld,
  type RedemptionStep,
  type SignInCircumstances,
  type Tenant,
  type World,
} from "@vestibule/fake-server";
import { type B2BClient, createB2BClient, type Guest, type InvitationInput } from "@vestibule/sdk";
import { inviteRedirectUrl } from "../open-client.ts";

/** Ada is of Fabrikam, an Entra organisation; Eve has an address that no organisation holds. */
export const ADA = "ada@fabrikam.example";
export const EVE = "eve@mail.example";

export interface Scene {
  readonly world: World;
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  readonly b2b: B2BClient;
  readonly guestId: string;
  readonly link: string;
  /** Opens the link, as the guest would. */
  open(circumstances?: SignInCircumstances): RedemptionStep;
  /** The guest as the directory's primary has it. */
  state(): Guest["externalUserState"];
  guest(): {
    readonly identities: readonly { readonly issuer: string }[];
    readonly displayName: string | null;
  };
  /** What happened to the redemption, in the words of the log. */
  log(): readonly string[];
}

/** Contoso has invited somebody, who has the link. */
export async function openScene(
  address: string = ADA,
  furnish: (contoso: Tenant, fabrikam: Tenant, world: World) => unknown = () => {},
  more: Partial<InvitationInput> = {},
): Promise<Scene> {
  const world = createWorld();
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const contoso = world.cloud("public").tenant("contoso");
  furnish(contoso, fabrikam, world);
  const b2b = createB2BClient({
    transport: contoso.transport({ as: contoso.app("inviter") }),
    clock: world.clock,
    random: world.random,
  });
  const invited = await b2b.invitations.create({
    invitedUserEmailAddress: address,
    inviteRedirectUrl,
    ...more,
  });
  const link = String(invited.inviteRedeemUrl);
  const guestId = invited.invitedUser.id;
  const guest = () => {
    const user = contoso.directory.store.primary().get(guestId);
    if (user?.kind !== "user") throw new Error("the guest is gone");
    return user;
  };
  return {
    ...{ world, contoso, fabrikam, b2b, guestId, link, guest },
    open: (circumstances) => world.redemption(link, circumstances),
    state: () => guest().externalUserState,
    log: () => contoso.log.map(({ operation }) => operation).filter((name) => /redem|redeem/.test(name)),
  };
}

/** The step, if it is at this place. */
export function at<At extends RedemptionStep["at"]>(
  step: RedemptionStep,
  place: At,
): Extract<RedemptionStep, { readonly at: At }> {
  if (step.at !== place) throw new Error(`the redemption is at ${step.at}, not at ${place}`);
  return step as Extract<RedemptionStep, { readonly at: At }>;
}

export const mfaForGuests = (contoso: Tenant): unknown => contoso.requireMfaForGuests();

/** A policy about everybody. */
export function policy(
  contoso: Tenant,
  displayName: string,
  grantControls: { readonly builtInControls?: readonly string[]; readonly termsOfUse?: readonly string[] },
): unknown {
  return contoso.conditionalAccess({
    displayName,
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls,
  });
}

/** Shuts out an organisation's people from here, or one's own from there. */
export function shut(tenant: Tenant, direction: "Inbound" | "Outbound"): void {
  const nobody = {
    usersAndGroups: {
      accessType: "blocked",
      targets: [{ target: "AllUsers", targetType: "user" }],
    },
    applications: {
      accessType: "blocked",
      targets: [{ target: "AllApplications", targetType: "application" }],
    },
  } as const;
  seedAccess(tenant, null, { ...bare, [`b2bCollaboration${direction}`]: nobody });
}

/** Lets two organisations agree that nobody is asked for consent. */
export function agreeOnConsent(here: Tenant, home: Tenant): void {
  spareConsent(here, home, "inboundAllowed");
  spareConsent(home, here, "outboundAllowed");
}

/** Lets an organisation do its part of that: for those who come, or for its own who go. Only the entry for the other one can say so. */
export function spareConsent(
  tenant: Tenant,
  other: Tenant,
  part: "inboundAllowed" | "outboundAllowed",
): void {
  const automaticUserConsentSettings = { inboundAllowed: false, outboundAllowed: false, [part]: true };
  seedAccess(tenant, other.id, { ...inheriting, automaticUserConsentSettings });
}

function seedAccess(tenant: Tenant, tenantId: string | null, settings: object): void {
  const { store } = tenant.directory;
  const key = `crossTenantAccess/${tenantId ?? "default"}`;
  store.seed(new Map([[key, { ...settings, tenantId } as never]]));
}

const everybody = {
  usersAndGroups: { accessType: "allowed", targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: {
    accessType: "allowed",
    targets: [{ target: "AllApplications", targetType: "application" }],
  },
};
const inheriting = {
  kind: "crossTenantAccess",
  isServiceProvider: null,
  inboundTrust: null,
  b2bCollaborationInbound: null,
  b2bCollaborationOutbound: null,
  b2bDirectConnectInbound: null,
  b2bDirectConnectOutbound: null,
  automaticUserConsentSettings: null,
};
const bare = { ...inheriting, b2bCollaborationInbound: everybody, b2bCollaborationOutbound: everybody };
