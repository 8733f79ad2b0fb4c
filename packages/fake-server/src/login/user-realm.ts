import type { Directory } from "../directory/index.ts";
import { type LoginAnswer, published } from "./exchange.ts";
import type { LoginContext } from "./service.ts";
import { isAtHome } from "./tenant.ts";

/** What the clouds' login services call themselves to others. */
const URN = "urn:federation:MicrosoftOnline";

/** Whose realm is asked for, and where it is at home. */
interface Realm {
  readonly login: string;
  readonly domain: string;
  readonly home: Directory | undefined;
}

/**
 * Tells where the addresses of a domain sign in, whoever is there: no account is looked for. Undocumented; the form is as
 * people have seen it.
 */
export function userRealm(context: LoginContext, login: string): LoginAnswer {
  const version = context.parameters.get("api-version") ?? "1.0";
  const realm = realmOf(context, login);
  return published(version === "1.0" ? firstForm(realm, context) : secondForm(realm, context));
}

/** The same at its older address, where the login is a parameter. */
export function olderUserRealm(context: LoginContext): LoginAnswer {
  return published(secondForm(realmOf(context, context.parameters.need("login")), context));
}

function realmOf(context: LoginContext, login: string): Realm {
  const domain = login.slice(login.lastIndexOf("@") + 1).toLowerCase();
  const found = login.includes("@") ? context.service.find(domain) : undefined;
  const isHome = found !== undefined && found.tenantId !== domain && isAtHome(context, found);
  return { login, domain, home: isHome ? found : undefined };
}

function firstForm({ home }: Realm, { host }: LoginContext): Record<string, unknown> {
  return {
    ...{ ver: "1.0", account_type: home ? "Managed" : "Unknown" },
    ...{ cloud_instance_name: host.instance, cloud_audience_urn: URN },
  };
}

function secondForm({ login, domain, home }: Realm, { host }: LoginContext): Record<string, unknown> {
  return {
    ...{ State: home ? 4 : 1, UserState: home ? 1 : 2, Login: login },
    ...{ NameSpaceType: home ? "Managed" : "Unknown", DomainName: domain },
    ...(home && { FederationBrandName: home.name }),
    ...{ CloudInstanceName: host.instance, CloudInstanceIssuerUri: URN },
  };
}
