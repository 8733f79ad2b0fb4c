import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { ConditionalAccessPolicy, CrossTenantAccess, DirectoryObject } from "./directory-object.ts";

const DEFAULT_SETTINGS: CrossTenantAccess = {
  kind: "crossTenantAccess",
  tenantId: null,
  isMfaAccepted: false,
};

export function listConditionalAccess(view: View<DirectoryObject>): readonly ConditionalAccessPolicy[] {
  return view.find("conditionalAccessPolicy").filter((object) => object.kind === "conditionalAccessPolicy");
}

/** The settings towards all organisations that have no entry of their own. */
export function defaultAccess(view: View<DirectoryObject>): CrossTenantAccess {
  const settings = view.get(accessId(null));
  return settings?.kind === "crossTenantAccess" ? settings : DEFAULT_SETTINGS;
}

/** The entry for one organisation; `undefined` where there is none. */
export function partnerAccess(view: View<DirectoryObject>, tenantId: string): CrossTenantAccess | undefined {
  const settings = view.get(accessId(tenantId));
  return settings?.kind === "crossTenantAccess" ? settings : undefined;
}

/** Whether the multifactor authentication of an organisation counts here. An entry that leaves it open inherits the default. */
export function trustsMfaOf(view: View<DirectoryObject>, tenantId: string): boolean {
  return partnerAccess(view, tenantId)?.isMfaAccepted ?? defaultAccess(view).isMfaAccepted ?? false;
}

/** The policies in force for a guest of an organisation (null: of none). */
export function policiesForGuest(
  view: View<DirectoryObject>,
  homeTenantId: string | null,
): readonly ConditionalAccessPolicy[] {
  return listConditionalAccess(view).filter(({ state, audience, guestsOf }) => {
    if (state !== "enabled") return false;
    return (
      audience === "everyone" ||
      guestsOf === "all" ||
      (homeTenantId !== null && guestsOf.includes(homeTenantId))
    );
  });
}

/** Whether the organisation asks its own people for multifactor authentication. */
export function asksMembersForMfa(view: View<DirectoryObject>): boolean {
  return listConditionalAccess(view).some(
    ({ state, audience, builtInControls }) =>
      state === "enabled" && audience === "everyone" && builtInControls.includes("mfa"),
  );
}

/** A policy that asks for multifactor authentication. */
export function mfaPolicyOf(
  directory: Directory,
  audience: ConditionalAccessPolicy["audience"],
  options: Partial<Pick<ConditionalAccessPolicy, "displayName" | "state" | "guestsOf">> = {},
): ConditionalAccessPolicy {
  const displayName = options.displayName ?? `Multifactor authentication for ${audience}`;
  return {
    kind: "conditionalAccessPolicy",
    id: directory.chance.guid(`conditionalAccessPolicy/${displayName}`),
    displayName,
    state: options.state ?? "enabled",
    createdDateTime: directory.timestamp(),
    audience,
    guestsOf: options.guestsOf ?? "all",
    builtInControls: ["mfa"],
  };
}

/** Settings that tell whether the multifactor authentication of an organisation (null: of any) counts here. */
export function mfaTrustOf(
  tenantId: string | null,
  isMfaAccepted: boolean,
): readonly [string, CrossTenantAccess] {
  return [accessId(tenantId), { kind: "crossTenantAccess", tenantId, isMfaAccepted }];
}

function accessId(tenantId: string | null): string {
  return `crossTenantAccess/${tenantId?.toLowerCase() ?? "default"}`;
}
