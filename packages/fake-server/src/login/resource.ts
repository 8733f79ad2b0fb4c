import { type Directory, listServicePrincipals, type ServicePrincipal } from "../directory/index.ts";
import { refusals } from "./refusals.ts";

/** What a token is for. */
export interface Resource {
  /** As the request named it. */
  readonly name: string;
  /** Who reads its tokens: the address of Graph, or the application's id or URI. */
  readonly audience: string;
  readonly isGraph: boolean;
  /** Whether its tokens are of the second version. Those of Graph never are. */
  readonly isSecondVersion: boolean;
}

/** Graph's own application, the same in every cloud. */
const GRAPH_APP = "00000003-0000-0000-c000-000000000000";

/**
 * The resource of this name: Graph of the directory's cloud, or an application that the directory knows, by its id or a
 * URI of its own.
 *
 * @throws LoginRefusal for a name that the directory does not know, that of another cloud's Graph for one
 */
export function resourceNamed(directory: Directory, name: string): Resource {
  const { cloud } = directory;
  const plain = name.replace(/\/$/, "");
  if (plain.toLowerCase() === cloud.graph || plain === GRAPH_APP) {
    return { name, audience: cloud.graph, isGraph: true, isSecondVersion: false };
  }
  const api = listServicePrincipals(directory.store.primary()).find((one) => answersTo(one, name, plain));
  if (api === undefined) throw refusals.resourceUnknown({ resource: name, tenant: directory.name });
  const isSecondVersion = wantsSecondVersion(directory, api);
  return { name, audience: isSecondVersion ? api.appId : name, isGraph: false, isSecondVersion };
}

function answersTo({ appId, servicePrincipalNames }: ServicePrincipal, name: string, plain: string): boolean {
  const names = [appId, `api://${appId}`, ...servicePrincipalNames];
  return names.includes(name) || names.includes(plain);
}

/** The version of a token is for the one who reads it to say. */
function wantsSecondVersion({ store }: Directory, { appId }: ServicePrincipal): boolean {
  const [registered] = store
    .primary()
    .find(`application:${appId}`)
    .filter((object) => object.kind === "application");
  const api = registered?.settings.api as { readonly requestedAccessTokenVersion?: unknown } | undefined;
  return api?.requestedAccessTokenVersion === 2;
}
