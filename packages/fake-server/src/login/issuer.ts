import type { CloudProfile } from "../directory/index.ts";
import { stsOf } from "../sign-in/index.ts";

/** Who issues the tokens of a tenant, by their version. */
export function issuerOf(
  { login, instance }: CloudProfile,
  tenantId: string,
  isSecondVersion: boolean,
): string {
  return isSecondVersion ? `${login}/${tenantId}/v2.0` : `${stsOf(instance)}/${tenantId}/`;
}
