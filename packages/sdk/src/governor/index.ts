export type { Admission, Departure, DepartureReport, Governor, RetryCause } from "./governor.ts";
export { localGovernor } from "./local-governor.ts";
