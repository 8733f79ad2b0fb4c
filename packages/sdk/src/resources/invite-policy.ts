import { B2BError } from "../errors/index.ts";
import {
  type AuthorizationPolicy,
  type AuthorizationPolicyChanges,
  readAuthorizationPolicy,
  readAuthorizationPolicyChanges,
} from "../schemas/index.ts";
import { type Call, callOf, type Line, perform, startCall } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { nothing, type Operation } from "./operation.ts";
import type { RightsChanges } from "./rights-changes.ts";

const PATH = "/policies/authorizationPolicy";

/** `GET /policies/authorizationPolicy` @see https://learn.microsoft.com/graph/api/authorizationpolicy-get */
export const getInvitePolicy: Operation<void, AuthorizationPolicy> = {
  id: "invitePolicy.get",
  input: nothing,
  describe: () => ({ method: "GET", path: PATH, effect: "read", permission: "Policy.Read.All" }),
  output: () => readAuthorizationPolicy,
};

/** `PATCH /policies/authorizationPolicy` @see https://learn.microsoft.com/graph/api/authorizationpolicy-update */
const updateInvitePolicy: Operation<AuthorizationPolicyChanges, void> = {
  id: "invitePolicy.update",
  input: readAuthorizationPolicyChanges,
  describe: (body) => ({
    method: "PATCH",
    path: PATH,
    body,
    effect: "idempotent",
    permission: "Policy.ReadWrite.Authorization",
  }),
  output: () => nothing,
};

/** Who may invite, and what guests see: a part of the directory's authorization policy. */
export interface InvitePolicy {
  /** Needs `Policy.Read.All`. */
  get(options?: CallOptions): Call<AuthorizationPolicy>;
  /**
   * Changes what is named. It is read at once, and acts within a quarter of an hour to an hour. Needs
   * `Policy.ReadWrite.Authorization`, and of a user the role Privileged Role Administrator.
   *
   * @throws B2BError `forbidden` where the caller may not change it
   */
  update(changes: AuthorizationPolicyChanges, options?: CallOptions): Call<void>;
}

export function invitePolicy(line: Line, rights: RightsChanges): InvitePolicy {
  async function update(changes: AuthorizationPolicyChanges, options: CallOptions = {}) {
    try {
      const answer = await perform(line, updateInvitePolicy, changes, options);
      rights.notePolicy(line.clock.now());
      return answer;
    } catch (error) {
      if (error instanceof B2BError && error.outcome === "unknown") rights.notePolicy(line.clock.now());
      throw error;
    }
  }
  return {
    get: (options) => startCall(line, getInvitePolicy, undefined, options),
    update: (changes, options) => callOf(update(changes, options)),
  };
}
