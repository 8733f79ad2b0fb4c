import { digestOf, hasDigest } from "../cryptography/index.ts";
import type { View } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";

/** With what an application proves who it is. Of a secret a digest is kept alone: nothing gives it back. */
export interface AppCredential {
  readonly kind: "appCredential";
  /** What Graph calls its key id. */
  readonly id: string;
  readonly appId: string;
  /** The digest of a secret, or else a certificate in PEM, which is no secret. */
  readonly proof: { readonly secretDigest: string } | { readonly certificate: string };
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
  return "secretDigest" in proof && hasDigest(secret, proof.secretDigest);
}
