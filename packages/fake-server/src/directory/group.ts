/** A product that is licensed, without the plans of it that are switched off; both are ids. */
export interface AssignedLicense {
  readonly skuId: string;
  readonly disabledPlans: readonly string[];
}

/** A group, under Graph's own property names. */
export interface Group {
  readonly kind: "group";
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  /** `Unified` is among them for a Microsoft 365 group, `DynamicMembership` where a rule says who is in it. */
  readonly groupTypes: readonly string[];
  readonly mailEnabled: boolean;
  readonly securityEnabled: boolean;
  readonly mailNickname: string;
  readonly mail: string | null;
  readonly proxyAddresses: readonly string[];
  readonly visibility: string | null;
  readonly membershipRule: string | null;
  readonly membershipRuleProcessingState: string | null;
  readonly classification: string | null;
  readonly preferredDataLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly theme: string | null;
  /** Whether roles can be assigned to it, for its members to have. Never changes. */
  readonly isAssignableToRole: boolean;
  /** The licences that its members get by it. */
  readonly assignedLicenses: readonly AssignedLicense[];
  /** Whether some member could not be given one of them. */
  readonly hasMembersWithLicenseErrors: boolean;
  readonly createdDateTime: string;
  readonly renewedDateTime: string;
  readonly securityIdentifier: string;
}

export function isUnified({ groupTypes }: Pick<Group, "groupTypes">): boolean {
  return groupTypes.includes("Unified");
}

export function isDynamic({ groupTypes }: Pick<Group, "groupTypes">): boolean {
  return groupTypes.includes("DynamicMembership");
}
