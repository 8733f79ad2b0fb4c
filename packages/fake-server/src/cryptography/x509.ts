/// <reference types="node" />
import { createHash, type KeyObject, randomBytes, sign } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import * as x509 from "@peculiar/asn1-x509";

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const AUTHORITY = "Vestibule's fake authority";
const SERVER = "Vestibule's fake";

const ALGORITHM = new x509.AlgorithmIdentifier({ algorithm: "1.2.840.10045.4.3.2" });
const COMMON_NAME = "2.5.4.3";

/** Fixed, for no clock is read here: a certificate lives no longer than the process that made it. */
const VALIDITY = { from: "250101000000Z", until: "491231235959Z" };

/** The certificate of an authority that vouches for itself, in PEM. */
export function authorityCertificate(authority: KeyPair): string {
  return write(AUTHORITY, authority.publicKey, authority, [
    extension(x509.id_ce_basicConstraints, new x509.BasicConstraints({ cA: true }), true),
    extension(x509.id_ce_keyUsage, new x509.KeyUsage(x509.KeyUsageFlags.keyCertSign), true),
    extension(x509.id_ce_subjectKeyIdentifier, new x509.SubjectKeyIdentifier(identifierOf(authority))),
  ]);
}

/** The certificate of a server that answers by all of `names`, in PEM. */
export function serverCertificate(names: readonly string[], publicKey: KeyObject, by: KeyPair): string {
  const keyIdentifier = new x509.KeyIdentifier(identifierOf(by));
  const alternatives = names.map(
    (name) => new x509.GeneralName(isAddress(name) ? { iPAddress: name } : { dNSName: name }),
  );
  return write(SERVER, publicKey, by, [
    extension(x509.id_ce_basicConstraints, new x509.BasicConstraints({ cA: false }), true),
    extension(x509.id_ce_keyUsage, new x509.KeyUsage(x509.KeyUsageFlags.digitalSignature), true),
    extension(x509.id_ce_extKeyUsage, new x509.ExtendedKeyUsage([x509.id_kp_serverAuth])),
    extension(x509.id_ce_subjectKeyIdentifier, new x509.SubjectKeyIdentifier(identifierOf({ publicKey }))),
    extension(x509.id_ce_authorityKeyIdentifier, new x509.AuthorityKeyIdentifier({ keyIdentifier })),
    extension(x509.id_ce_subjectAltName, new x509.SubjectAlternativeName(alternatives)),
  ]);
}

function write(name: string, publicKey: KeyObject, by: KeyPair, extensions: x509.Extension[]): string {
  const tbsCertificate = new x509.TBSCertificate({
    ...{ version: x509.Version.v3, serialNumber: serialNumber(), signature: ALGORITHM },
    ...{ issuer: named(AUTHORITY), subject: named(name), subjectPublicKeyInfo: infoOf(publicKey) },
    validity: Object.assign(new x509.Validity(), {
      notBefore: time(VALIDITY.from),
      notAfter: time(VALIDITY.until),
    }),
    extensions: new x509.Extensions(extensions),
  });
  const signature = sign("sha256", new Uint8Array(AsnConvert.serialize(tbsCertificate)), by.privateKey);
  const certificate = new x509.Certificate({
    ...{ tbsCertificate, signatureAlgorithm: ALGORITHM },
    signatureValue: Uint8Array.from(signature).buffer,
  });
  return pem(AsnConvert.serialize(certificate));
}

function extension(extnID: string, value: unknown, critical = false): x509.Extension {
  return new x509.Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

function named(text: string): x509.Name {
  const value = new x509.AttributeValue({ utf8String: text });
  const commonName = new x509.AttributeTypeAndValue({ type: COMMON_NAME, value });
  return new x509.Name([new x509.RelativeDistinguishedName([commonName])]);
}

function infoOf(publicKey: KeyObject): x509.SubjectPublicKeyInfo {
  return AsnConvert.parse(publicKey.export({ format: "der", type: "spki" }), x509.SubjectPublicKeyInfo);
}

/** @see https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.2 for the first of the ways to name a key */
function identifierOf({ publicKey }: Pick<KeyPair, "publicKey">): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(infoOf(publicKey).subjectPublicKey);
  return Uint8Array.from(createHash("sha1").update(bits).digest());
}

/** Positive, and another one each time: browsers refuse a second certificate of the same number. */
function serialNumber(): ArrayBuffer {
  const number = Uint8Array.from(randomBytes(16));
  number[0] = ((number[0] ?? 0) & 0x7f) | 0x40;
  return number.buffer;
}

/** A time in universal time, as DER writes it. The library would take a `Date`, which no code here makes. */
function time(universal: string): x509.Time {
  const text = new TextEncoder().encode(universal);
  return AsnConvert.parse(Uint8Array.of(0x17, text.length, ...text), x509.Time);
}

function isAddress(name: string): boolean {
  return /^[\d.]+$|:/.test(name);
}

function pem(der: ArrayBuffer): string {
  const lines = Buffer.from(der)
    .toString("base64")
    .replace(/.{64}(?!$)/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
