/// <reference types="node" />
import { generateKeyPairSync } from "node:crypto";

/** A certificate for a server, with the authority that vouches for it. All is PEM. */
export interface VouchedCertificate {
  /** The authority's own certificate: what a client has to trust. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/**
 * Makes an authority, and by it one certificate for all of `names`: names of hosts, and addresses. The authority's key is
 * forgotten at once, so that whoever trusts it trusts this one certificate, and nothing that somebody could sign later.
 */
export async function vouchedCertificate(names: readonly string[]): Promise<VouchedCertificate> {
  // What writes certificates is loaded when the first is wanted: many a world never speaks TLS.
  const { authorityCertificate, serverCertificate } = await import("./x509.ts");
  const [authority, server] = [keyPair(), keyPair()];
  return {
    authority: authorityCertificate(authority),
    certificate: serverCertificate(names, server.publicKey, authority),
    key: server.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}

/** Made in a fraction of a millisecond; a pair of RSA keys takes up to half a second. */
function keyPair() {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}
