/// <reference types="node" />
import { type KeyObject, X509Certificate } from "node:crypto";

/** The public part of a certificate, as far as an assertion made with it is checked. */
export interface Certificate {
  readonly publicKey: KeyObject;
  /** The thumbprints by which a header may name it, in base64url: of SHA-1 and of SHA-256. */
  readonly thumbprints: readonly string[];
  /** Until when it is good, as it says itself: `Nov 26 12:00:00 2027 GMT`. */
  readonly validTo: string;
}

/** Reads a certificate in PEM; `undefined` for what is none, or has no RSA key. */
export function readCertificate(pem: string): Certificate | undefined {
  try {
    const { publicKey, fingerprint, fingerprint256, validTo } = new X509Certificate(pem);
    if (publicKey.asymmetricKeyType !== "rsa") return undefined;
    return { publicKey, thumbprints: [fingerprint, fingerprint256].map(inBase64Url), validTo };
  } catch {
    return undefined;
  }
}

function inBase64Url(colons: string): string {
  return Buffer.from(colons.replaceAll(":", ""), "hex").toString("base64url");
}
