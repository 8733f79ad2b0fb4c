import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference } from "./claim.ts";

export const policies: Area = {
  title: "Policies",
  claims: [
    claim(
      "A change of a conditional access policy keeps what it does not name, however deep.",
      assumed("the page says so of properties, and of their parts nothing"),
      {},
      fakeTest(
        "policies/conditional-access-shape",
        "a change of a conditional access policy keeps what it does not name, however deep, and replaces lists as a whole",
      ),
    ),
    claim(
      "The authorization policy is one, an object in v1.0 and a set of one in the beta, and keeps what is not named.",
      reference("authorizationpolicy-update"),
      { of: ["* /policies/authorizationPolicy*"] },
      fakeTest(
        "rights/policies",
        "the authorization policy is what a directory comes with, until it is changed",
      ),
      fakeTest(
        "rights/policies",
        "the authorization policy stands in a set of one in the beta, where it is changed by its own path alone",
      ),
      fakeTest(
        "rights/policies",
        "the authorization policy keeps what is not named, of the members' permissions too",
      ),
    ),
    claim(
      "The list of domains is a policy of the beta alone, one of its kind, 25,000 characters at the most.",
      documented("entra/external-id/allow-deny-list"),
      {
        of: ["* /policies/b2bManagementPolicies*"],
        refusals: ["domain-policy-exists", "definition-invalid", "definition-too-long"],
      },
      fakeTest(
        "rights/domain-policy",
        "the policy of domains is kept as it was written, in the older version alone",
      ),
      fakeTest("rights/domain-policy", "the policy of domains is one"),
      fakeTest("limits/enforced", "a limit that the service enforces $id: $value $unit, and not one more"),
    ),
    claim(
      "Cross-tenant settings: a default that every directory comes with, an entry for each partner, changed setting by setting.",
      reference("resources/crosstenantaccesspolicy-overview"),
      {
        of: [
          "* /policies/crossTenantAccessPolicy",
          "* /policies/crossTenantAccessPolicy/default*",
          "* /policies/crossTenantAccessPolicy/partners",
          "* /policies/crossTenantAccessPolicy/partners/{tenantId}",
        ],
        refusals: ["partner-exists", "half-blocked"],
      },
      fakeTest(
        "policies/cross-tenant-access",
        "the settings towards all organisations are at first what every directory comes with",
      ),
      fakeTest(
        "policies/cross-tenant-access",
        "the settings towards all organisations cannot shut all users out and leave the applications open",
      ),
      fakeTest(
        "policies/cross-tenant-access",
        "the entry for one organisation is made, read, listed, changed and taken away",
      ),
    ),
    claim(
      "Settings for certain people, groups or applications count at the sign-in, on both sides, and stop no invitation.",
      documented("entra/external-id/cross-tenant-access-settings-b2b-collaboration"),
      {},
      fakeTest(
        "sign-in/let-in",
        "what is foreseen of a guest who has to be let in is what the fake does, however the settings are: three thousand of them",
      ),
    ),
    claim(
      "What an entry says of synchronization has a life of its own.",
      reference("crosstenantidentitysyncpolicypartner-get"),
      { of: ["* /policies/crossTenantAccessPolicy/partners/{tenantId}/identitySynchronization"] },
      fakeTest(
        "policies/identity-synchronization",
        "the synchronization from a partner is there once it has been put, and gone once it has been deleted",
      ),
    ),
    claim(
      "An entry with a synchronization is not deleted.",
      assumed("that it is refused is documented, the words are not"),
      { refusals: ["partner-synchronized"] },
      fakeTest(
        "policies/identity-synchronization",
        "the synchronization from a partner keeps the partner's entry from being deleted",
      ),
    ),
    claim(
      "Conditional access policies and named locations are kept in the service's own shape, and counted.",
      reference("conditionalaccessroot-post-policies"),
      { of: ["* /identity/conditionalAccess/*"], refusals: ["too-many-policies"] },
      fakeTest(
        "policies/conditional-access-shape",
        "a conditional access policy shows an empty list where one side of a condition was left out, and null where both were",
      ),
      fakeTest(
        "policies/conditional-access-shape",
        "a conditional access policy shows whoever makes it what no client can say of it, and nobody else",
      ),
      fakeTest("limits/enforced", "a limit that the service enforces $id: $value $unit, and not one more"),
    ),
    claim(
      "A policy has a rule for applications, one for users, and a control, at least.",
      reference("conditionalaccessroot-post-policies", "2026-11-27"),
      {},
      fakeTest(
        "policies/conditional-access-values",
        "a conditional access policy without rules is refused: %s",
      ),
    ),
    claim(
      "Users, groups and locations that a policy names have to be there, and applications to be ids; places have to be ranges of addresses, or countries. A place that is trusted is not deleted. The words are assumed too.",
      assumed("the pages say what the values are, and not that anything else is refused"),
      { refusals: ["location-trusted"] },
      fakeTest(
        "policies/conditional-access-values",
        "a conditional access policy that names what is not there is refused when it is made as when it is changed: %s, %j",
      ),
      fakeTest("policies/conditional-access-values", "a named location that is nowhere is refused: %s, %j"),
      fakeTest(
        "policies/conditional-access-values",
        "a named location that is trusted is deleted once it is trusted no more",
      ),
    ),
    claim(
      "Three strengths of authentication are built in.",
      reference("authenticationstrengthroot-list-policies"),
      { of: ["GET /policies/authenticationStrengthPolicies*"] },
      fakeTest(
        "policies/authentication-strengths",
        "the authentication strengths are the three that every directory has, whole",
      ),
    ),
    claim(
      "A guest's sign-in: which policies cover it, what is trusted of home, what is asked for where.",
      documented("entra/external-id/authentication-conditional-access"),
      {},
      fakeTest(
        "sign-in/evaluate",
        "a guest's sign-in asks twice where both organisations do and nothing is trusted",
      ),
      fakeTest(
        "sign-in/evaluate",
        "a guest's sign-in asks once, at home, where that is trusted, whether or not home asks by itself",
      ),
      fakeTest(
        "sign-in/differential",
        "the prediction of a sign-in is what the fake then really asks for, in twenty thousand combinations of policies, trust, homes and devices",
      ),
    ),
    claim(
      "A policy on risky sign-ins keeps out who has no method registered here.",
      documented("entra/external-id/authentication-conditional-access"),
      {},
      fakeTest(
        "sign-in/risk",
        "a sign-in that looks risky keeps out who never registered a method here, and asks who has",
      ),
    ),
  ],
};
