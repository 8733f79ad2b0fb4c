export {
  type CanInvite,
  type CanInviteOptions,
  type Delegation,
  delegation,
  type GuestInviterGrant,
} from "./delegation.ts";
export { type InviterFacts, type InviterVerdict, judgeInviter } from "./judge-inviter.ts";
