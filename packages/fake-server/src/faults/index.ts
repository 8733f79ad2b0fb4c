export { ConnectionFault } from "./connection-fault.ts";
export { type FaultEffect, type FaultFamily, faultEffects, planOf } from "./effects/index.ts";
export { checkRule, type FaultMatch, type FaultRule, type FaultWhen } from "./fault-rule.ts";
export { type AddedFault, type ArmedFault, Faults, type FaultsPosition, type FiredFault } from "./faults.ts";
export { type FaultOperation, operationName } from "./operation-name.ts";
export { describeSchedule } from "./schedule.ts";
export { shrink } from "./shrink.ts";
