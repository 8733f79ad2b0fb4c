export type { Finding, Limitation, PreflightReport } from "./finding.ts";
export { type Preflight, type PreflightOptions, preflight } from "./preflight.ts";
