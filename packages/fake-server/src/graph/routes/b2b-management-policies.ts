import {
  createDomainPolicy,
  type DomainPolicy,
  type DomainPolicyInput,
  deleteDomainPolicy,
  getDomainPolicy,
  listDomainPolicies,
  updateDomainPolicy,
} from "../../directory/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";

const POLICY: Shape = { definition: "strings", displayName: "string", isOrganizationDefault: "boolean" };

/** Which domains may be invited; v1.0 has no such thing. */
export const b2bManagementPolicyRoutes: readonly Route[] = [
  {
    path: "/policies/b2bManagementPolicies",
    only: "beta",
    methods: {
      GET: ({ access, request }) => ({
        status: 200,
        body: {
          "@odata.context": contextOf(request),
          value: listDomainPolicies(access).map(policyBody),
        },
      }),
      POST({ directory, access, request }) {
        const policy = createDomainPolicy(directory, access, newPolicy(request.body));
        return { status: 201, body: entity(request, policy) };
      },
    },
  },
  {
    path: "/policies/b2bManagementPolicies/{id}",
    only: "beta",
    methods: {
      GET: ({ access, request, keys }) => ({
        status: 200,
        body: entity(request, getDomainPolicy(access, keys[0] ?? "")),
      }),
      PATCH({ directory, access, request, keys }) {
        const changes = readBody(request.body, "b2bManagementPolicy", POLICY);
        updateDomainPolicy(directory, access, keys[0] ?? "", changes as Partial<DomainPolicyInput>);
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        deleteDomainPolicy(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function newPolicy(body: unknown): DomainPolicyInput {
  const {
    definition,
    displayName,
    isOrganizationDefault = false,
  } = readBody(body, "b2bManagementPolicy", POLICY);
  if (definition === undefined || displayName === undefined) {
    throw badRequest("A value is required for the properties 'definition' and 'displayName'.");
  }
  return { definition, displayName, isOrganizationDefault } as DomainPolicyInput;
}

function policyBody({ kind: _, ...policy }: DomainPolicy): Body {
  return { ...policy, deletedDateTime: null, description: null };
}

function entity(request: RouteContext["request"], policy: DomainPolicy): Body {
  return { "@odata.context": `${contextOf(request)}/$entity`, ...policyBody(policy) };
}

function contextOf({ origin }: RouteContext["request"]): string {
  return `${origin}/beta/$metadata#policies/b2bManagementPolicies`;
}
