export { authorize } from "./authorize.ts";
export { permissionNames } from "./permission-names.ts";
export { shownAlone, shownAmongOthers } from "./sight.ts";
export { rightsFor } from "./table.ts";
