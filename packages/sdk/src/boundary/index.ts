export { type BothSidesOptions, bothSides, type PartnerSide } from "./both-sides.ts";
export type { BoundaryPolicyMaker } from "./policy-maker.ts";
export { tenantPolicy } from "./tenant-policy.ts";
