export type { CallerOptions, FakeApp, FakeUser } from "./callers.ts";
export type { FetchDoor, OpenedWay, TransportDoor } from "./doors.ts";
export type { Redemption } from "./redeem.ts";
export type { SignInCircumstances } from "./sign-in.ts";
export { Tenant, type UserProperties } from "./tenant.ts";
export { type FakeCloud, World } from "./world.ts";
export type { WorldMark } from "./world-mark.ts";
export type { WorldOptions } from "./world-options.ts";
