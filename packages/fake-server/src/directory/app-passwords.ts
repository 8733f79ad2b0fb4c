import { instantOf, isoDateTime } from "../simulation/index.ts";
import { type AppCredential, secretCredential } from "./app-credentials.ts";
import type { Application } from "./application.ts";
import { getApplication } from "./applications.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

/** What may be said of a new secret. */
export interface NewPassword {
  readonly displayName: string | null;
  /** Default: now. */
  readonly startDateTime: string | null;
  /** Default: two years after the start. */
  readonly endDateTime: string | null;
}

/** A secret of an application's, as Graph shows it. The text is there once: when it is made. */
export interface PasswordCredential {
  readonly customKeyIdentifier: null;
  readonly displayName: string | null;
  readonly endDateTime: string;
  readonly hint: string | null;
  readonly keyId: string;
  readonly secretText: string | null;
  readonly startDateTime: string;
}

/**
 * Gives an application a secret, which the service thinks up.
 *
 * @see https://learn.microsoft.com/graph/api/application-addpassword
 */
export function addPassword(
  directory: Directory,
  access: Access,
  key: string,
  { displayName, ...given }: NewPassword,
): PasswordCredential {
  const application = getApplication(access.primary, getApplication(access.view, key).id);
  const startDateTime = read("startDateTime", given.startDateTime) ?? directory.timestamp();
  const endDateTime = read("endDateTime", given.endDateTime) ?? twoYearsAfter(startDateTime);
  if (endDateTime <= startDateTime) throw invalid("endDateTime");
  const secretText = `fake~${directory.newId("secret").replaceAll("-", "")}`;
  const id = directory.newId("credential");
  const { appId } = application;
  const credential = secretCredential(secretText, { id, appId, displayName, startDateTime, endDateTime });
  const shown = passwordOf(credential);
  commit(access, "applications.addPassword", application, [...passwordsOf(application), shown], {
    [id]: credential,
  });
  return { ...shown, secretText };
}

/**
 * Takes a secret away, by its key id.
 *
 * @see https://learn.microsoft.com/graph/api/application-removepassword
 */
export function removePassword(access: Access, key: string, keyId: string): void {
  const application = getApplication(access.primary, getApplication(access.view, key).id);
  const passwords = passwordsOf(application);
  const left = passwords.filter((one) => one.keyId !== keyId.toLowerCase());
  if (left.length === passwords.length) throw invalid("keyId");
  commit(access, "applications.removePassword", application, left, { [keyId.toLowerCase()]: null });
}

function commit(
  access: Access,
  operation: string,
  application: Application,
  passwordCredentials: readonly PasswordCredential[],
  credentials: Readonly<Record<string, AppCredential | null>>,
): void {
  const changed = { ...application, settings: { ...application.settings, passwordCredentials } };
  access.commit(
    operation,
    new Map<string, DirectoryObject | null>([[changed.id, changed], ...Object.entries(credentials)]),
  );
}

function passwordsOf({ settings: { passwordCredentials } }: Application): readonly PasswordCredential[] {
  return Array.isArray(passwordCredentials) ? passwordCredentials : [];
}

function passwordOf(credential: AppCredential): PasswordCredential {
  const { id: keyId, displayName, hint, startDateTime, endDateTime } = credential;
  return {
    ...{ customKeyIdentifier: null, displayName, endDateTime, hint },
    ...{ keyId, secretText: null, startDateTime },
  };
}

/** To the second, and in UTC: so they can be compared. */
function read(property: string, given: string | null): string | undefined {
  if (given === null) return undefined;
  const instant = instantOf(given);
  if (instant === undefined) throw invalid(property);
  return isoDateTime(instant);
}

/** A day that is not there two years later is the one before. */
function twoYearsAfter(dateTime: string): string {
  const later = `${Number(dateTime.slice(0, 4)) + 2}${dateTime.slice(4)}`;
  return later.replace("-02-29T", "-02-28T");
}

function invalid(property: string): Refusal {
  return new Refusal({ reason: "value-invalid", property, resource: "PasswordCredential" });
}
