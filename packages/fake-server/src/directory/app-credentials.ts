import { digestOf, hasDigest } from "../cryptography/index.ts";
import type { View } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";

/** What is left of a secret in a file: nobody who has many such files can tell which are of the same. */
export interface SaltedSecret {
  readonly salt: string;
  readonly saltedDigest: string;
}

/** With what an application proves who it is. Of a secret a digest is kept alone: nothing gives it back. */
export interface AppCredential {
  readonly kind: "appCredential";
  /** What Graph calls its key id. */
  readonly id: string;
  readonly appId: string;
  /** The digest of a secret, in a world that came from a snapshot that digest's with salt, or else a certificate in PEM, which is no secret. */
  readonly proof: { readonly secretDigest: string } | SaltedSecret | { readonly certificate: string };
  readonly displayName: string | null;
  /** How the secret begins: three characters. */
  readonly hint: string | null;
  readonly startDateTime: string;
  readonly endDateTime: string;
}

/** What an application has to prove itself with, in order of creation; what is out of date included. */
export function credentialsOf(view: View<DirectoryObject>, appId: string): readonly AppCredential[] {
  return view.find(`credentialsOf:${appId}`).filter((object) => object.kind === "appCredential");
}

/** What is kept of a secret. */
export function secretCredential(
  secret: string,
  given: Pick<AppCredential, "id" | "appId" | "displayName" | "startDateTime" | "endDateTime">,
): AppCredential {
  return {
    ...{ kind: "appCredential", ...given },
    proof: { secretDigest: digestOf(secret) },
    hint: secret.slice(0, 3),
  };
}

/** Whether a credential is that secret. */
export function isSecret({ proof }: AppCredential, secret: string): boolean {
  if ("saltedDigest" in proof) return hasDigest(salted(proof.salt, digestOf(secret)), proof.saltedDigest);
  return "secretDigest" in proof && hasDigest(secret, proof.secretDigest);
}

/** The same credential with no more of its secret than may be in a file. */
export function withSalt(
  credential: AppCredential,
  salt: string,
): AppCredential & { readonly proof: SaltedSecret | { readonly certificate: string } } {
  const { proof } = credential;
  if (!("secretDigest" in proof)) return { ...credential, proof };
  return { ...credential, proof: { salt, saltedDigest: digestOf(salted(salt, proof.secretDigest)) } };
}

function salted(salt: string, digest: string): string {
  return `${salt}.${digest}`;
}
