export { articleBoundary, type BoundaryPolicy, type Reach, type Unreachable } from "./boundary.ts";
export { type Cloud, type CloudId, clouds } from "./cloud.ts";
export { type Home, type HomeResolver, type HomeTenant, homeKey, staticHomes } from "./home.ts";
