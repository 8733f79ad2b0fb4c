export { carriesAny } from "./carries-any.ts";
export {
  type CanInvite,
  type CanInviteOptions,
  type Delegation,
  delegation,
  type GuestInviterGrant,
  readInviterFacts,
} from "./delegation.ts";
export { INVITER_ROLES } from "./inviter-roles.ts";
export { type InviterFacts, type InviterVerdict, inviterVerdict, judgeInviter } from "./judge-inviter.ts";
