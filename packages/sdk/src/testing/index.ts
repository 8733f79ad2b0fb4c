export {
  type ConformanceCheck,
  type ConformanceSubject,
  transportConformance,
} from "./transport-conformance.ts";
export { VirtualClock } from "./virtual-clock.ts";
