export { authorize } from "./authorize.ts";
export { permissionNames } from "./permission-names.ts";
export { rightsFor } from "./table.ts";
