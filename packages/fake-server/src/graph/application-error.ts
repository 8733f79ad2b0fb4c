import type { RefusalReason } from "../directory/index.ts";
import { GraphError } from "./graph-error.ts";

type OfApplications = Extract<
  RefusalReason,
  { readonly reason: "uri-outside-domains" | "permission-enabled" | "app-unknown" | "app-present" }
>;

/** How Graph words what the directory refuses of applications: each has a code of its own. */
export function applicationError(refusal: OfApplications): GraphError {
  switch (refusal.reason) {
    case "uri-outside-domains":
      return new GraphError(
        400,
        "HostNameNotOnVerifiedDomain",
        `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${refusal.uri}'`,
      );
    case "permission-enabled":
      return new GraphError(
        400,
        "CannotDeleteOrUpdateEnabledEntitlement",
        "Permission (scope or role) cannot be deleted or updated unless disabled first.",
      );
    case "app-unknown":
      return new GraphError(
        400,
        "NoBackingApplicationObject",
        `The appId '${refusal.appId}' of the service principal does not reference a valid application object.`,
      );
    case "app-present":
      return new GraphError(
        409,
        "Request_MultipleObjectsWithSameKeyValue",
        `The service principal cannot be created, updated, or restored because the service principal name ${refusal.appId} is already in use.`,
      );
  }
}
