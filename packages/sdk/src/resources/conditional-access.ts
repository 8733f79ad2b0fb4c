import { type ConditionalAccessPolicy, pageReader, readConditionalAccessPolicy } from "../schemas/index.ts";
import { type ListOperation, nothing } from "./operation.ts";

/** `GET /identity/conditionalAccess/policies` @see https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies */
export const listConditionalAccessPolicies: ListOperation<void, ConditionalAccessPolicy> = {
  id: "conditionalAccess.list",
  input: nothing,
  describe: () => ({
    method: "GET",
    path: "/identity/conditionalAccess/policies",
    effect: "read",
    permission: "Policy.Read.All",
    throttleScope: "conditional-access",
  }),
  output: () => pageReader(readConditionalAccessPolicy),
};
