/** Why the directory does not do what it was asked to. */
export type RefusalReason =
  | { readonly reason: "resource-not-found"; readonly id: string }
  | { readonly reason: "id-invalid"; readonly id: string }
  | { readonly reason: "reference-invalid" }
  | { readonly reason: "reference-exists"; readonly of: "members" | "owners" }
  | { readonly reason: "owner-last" }
  | { readonly reason: "too-many-sponsors"; readonly most: number }
  | { readonly reason: "too-many-owners"; readonly count: number; readonly most: number }
  | { readonly reason: "too-many-assignments"; readonly count: number; readonly most: number }
  | { readonly reason: "too-many-policies"; readonly most: number }
  | { readonly reason: "too-many-tenants"; readonly most: number }
  | { readonly reason: "assignment-exists" }
  | { readonly reason: "name-taken"; readonly property: string }
  | { readonly reason: "address-invalid" }
  | { readonly reason: "app-role-unknown" }
  | { readonly reason: "user-exists"; readonly id: string; readonly blocked: boolean }
  | { readonly reason: "domain-verified-here" }
  | { readonly reason: "address-not-on-user" }
  | { readonly reason: "partner-exists"; readonly id: string }
  | { readonly reason: "partner-synchronized"; readonly id: string }
  | { readonly reason: "half-blocked"; readonly property: string }
  | { readonly reason: "blocked-here" }
  | { readonly reason: "blocked-on-either-side" }
  | { readonly reason: "cloud-unreachable" }
  | { readonly reason: "cloud-worker-disabled" }
  | { readonly reason: "quota-exceeded"; readonly of: "Tenant" | "Principal" }
  | { readonly reason: "invite-permission-missing" }
  | { readonly reason: "inviting-not-allowed" }
  | { readonly reason: "reset-not-allowed" }
  | { readonly reason: "domain-not-taken" }
  | { readonly reason: "privileges-insufficient" }
  | { readonly reason: "scopes-missing" }
  | { readonly reason: "log-permissions-missing"; readonly permissions: readonly string[] }
  | { readonly reason: "role-unknown"; readonly id: string }
  | { readonly reason: "role-assigned" }
  | { readonly reason: "role-active" }
  | { readonly reason: "role-built-in" }
  | { readonly reason: "role-in-use" }
  | { readonly reason: "group-without-roles" }
  | { readonly reason: "domain-policy-exists" }
  | { readonly reason: "definition-invalid" }
  | { readonly reason: "definition-too-long"; readonly most: number }
  | { readonly reason: "value-invalid"; readonly property: string; readonly resource?: string }
  | { readonly reason: "location-trusted" }
  | { readonly reason: "group-of-exchange" }
  | { readonly reason: "uri-outside-domains"; readonly uri: string }
  | { readonly reason: "permission-enabled" }
  | { readonly reason: "app-unknown"; readonly appId: string }
  | { readonly reason: "app-present"; readonly appId: string }
  | { readonly reason: "name-outside-own-domains" }
  | { readonly reason: "password-too-weak" }
  | { readonly reason: "internal-already" }
  | { readonly reason: "converted-with-roles" }
  | { readonly reason: "name-outside-domains" }
  | { readonly reason: "password-invalid" };

/** A request that the rules of the directory forbid. Nothing has been written. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly detail: RefusalReason;

  constructor(detail: RefusalReason) {
    super(detail.reason);
    this.detail = detail;
  }
}
