/// <reference types="node" />
import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { isSignedBy, type Jwt, type Members } from "./jwt.ts";

/** The public half of a key, as a key set lists it. */
export interface PublicKey {
  readonly kty: "RSA";
  readonly use: "sig";
  readonly kid: string;
  readonly x5t: string;
  readonly n: string;
  readonly e: string;
}

/** Signs tokens by RS256. The pair of keys is made when it is first needed, and is another one in every world. */
export class SigningKey {
  readonly kid: string;
  #pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | undefined;

  constructor(kid: string) {
    this.kid = kid;
  }

  get published(): PublicKey {
    const { n = "", e = "" } = createPublicKey(this.#keys.privateKey).export({ format: "jwk" });
    return { kty: "RSA", use: "sig", kid: this.kid, x5t: this.kid, n, e };
  }

  /** A token with these claims. One of the first version names the key twice. */
  sign(claims: Members): string {
    const isFirstVersion = claims.ver === "1.0";
    const header = { typ: "JWT", alg: "RS256", ...(isFirstVersion && { x5t: this.kid }), kid: this.kid };
    const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
    const signature = sign("sha256", Buffer.from(signed.join(".")), this.#keys.privateKey);
    return [...signed, signature.toString("base64url")].join(".");
  }

  /** Whether a token is signed with this key. */
  hasSigned(token: Jwt): boolean {
    return token.header.alg === "RS256" && isSignedBy(token, this.#keys.publicKey);
  }

  get #keys() {
    this.#pair ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
    return this.#pair;
  }
}
