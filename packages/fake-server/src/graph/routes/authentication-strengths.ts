import {
  type AuthenticationStrength,
  getAuthenticationStrength,
  listAuthenticationStrengths,
} from "../../directory/index.ts";
import type { Body } from "../body.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";
import { selected, selectionIn } from "../selected.ts";

/** Which combinations of methods a policy can ask for. A cloud whose policies cannot ask for them has none. */
export const authenticationStrengthRoutes: readonly Route[] = [
  {
    path: "/policies/authenticationStrengthPolicies",
    takes: ["$filter"],
    follows: ["conditionalAccessGrantControls", "authenticationStrength"],
    methods: {
      GET: ({ request }) => ({
        status: 200,
        body: {
          "@odata.context": contextOf(request),
          value: listAuthenticationStrengths()
            .filter(matchesStrength(request.query.$filter))
            .map((strength) => strengthBody(request, strength)),
        },
      }),
    },
  },
  {
    path: "/policies/authenticationStrengthPolicies/{id}",
    follows: ["conditionalAccessGrantControls", "authenticationStrength"],
    methods: {
      GET({ request, keys }) {
        const strength = strengthBody(request, getAuthenticationStrength(keys[0] ?? ""));
        return { status: 200, body: { "@odata.context": `${contextOf(request)}/$entity`, ...strength } };
      },
    },
  },
];

type Matches = (strength: AuthenticationStrength) => boolean;

const POLICY_TYPE = /^policyType eq '(builtIn|custom)'$/i;
const HAS = /^allowedCombinations\/any\(\s*(\w+)\s*:\s*\1 has '([^']*)'\s*\)$/i;

/**
 * Two questions are documented: of which type it is, and whether a combination has certain methods. A combination has
 * them where it has all of them.
 *
 * @see https://learn.microsoft.com/graph/api/authenticationstrengthroot-list-policies
 */
function matchesStrength(filter: string | undefined): Matches {
  if (filter === undefined) return () => true;
  const [, policyType] = POLICY_TYPE.exec(filter.trim()) ?? [];
  if (policyType !== undefined) return (one) => one.policyType.toLowerCase() === policyType.toLowerCase();
  const [, , methods] = HAS.exec(filter.trim()) ?? [];
  if (methods === undefined) {
    throw new GraphError(400, "Request_UnsupportedQuery", "Unsupported query filter clause.");
  }
  const wanted = methods.split(",").map((method) => method.trim().toLowerCase());
  return ({ allowedCombinations }) =>
    allowedCombinations.some((combination) => hasAll(combination.toLowerCase().split(","), wanted));
}

function hasAll(methods: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((method) => methods.includes(method));
}

/** What narrows a method further is shown with each; nobody has narrowed any. */
function strengthBody(request: RouteContext["request"], strength: AuthenticationStrength): Body {
  const { origin, version, query } = request;
  const body = selected({ ...strength }, "authenticationStrengthPolicy", query.$select);
  if (query.$select !== undefined) return body;
  const set = `policies/authenticationStrengthPolicies('${strength.id}')/combinationConfigurations`;
  return {
    ...body,
    "combinationConfigurations@odata.context": `${origin}/${version}/$metadata#${set}`,
    combinationConfigurations: [],
  };
}

function contextOf({ origin, version, query }: RouteContext["request"]): string {
  const set = "policies/authenticationStrengthPolicies";
  return `${origin}/${version}/$metadata#${set}${selectionIn(query.$select)}`;
}
