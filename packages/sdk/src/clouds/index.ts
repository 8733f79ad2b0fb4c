export {
  articleBoundary,
  type BoundaryPolicy,
  type OwnSettings,
  type Reach,
  tenantBoundary,
  type Unreachable,
} from "./boundary.ts";
export { type Cloud, type CloudId, clouds } from "./cloud.ts";
export { type Home, type HomeResolver, type HomeTenant, homeKey, staticHomes } from "./home.ts";
