export { authorize } from "./authorize.ts";
export { rightsFor } from "./table.ts";
