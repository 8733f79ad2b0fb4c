export { type BothSidesOptions, bothSides, type PartnerSide } from "./both-sides.ts";
export { tenantPolicy } from "./own-settings.ts";
export type { BoundaryPolicyMaker } from "./policy-maker.ts";
