export { writtenRule } from "./fault-rules.ts";
export { readSnapshot } from "./read.ts";
export { snapshotSchema } from "./schema.ts";
export type {
  ArmedRule,
  FaultsSnapshot,
  LoginSnapshot,
  ReaderSnapshot,
  RemarkSnapshot,
  RequestSnapshot,
  TenantSnapshot,
  ThrottleSnapshot,
  WorldSnapshot,
} from "./snapshot.ts";
export { restoreTenant, tenantSnapshot } from "./tenant-snapshot.ts";
