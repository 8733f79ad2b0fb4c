/// <reference types="node" />
import { constants, type KeyObject, verify } from "node:crypto";

/** The members of a JSON object, unchecked. */
export type Members = Readonly<Record<string, unknown>>;

/** A JSON web token taken apart. Nothing of it has been checked. */
export interface Jwt {
  readonly header: Members;
  readonly claims: Members;
  /** What its signature is of. */
  readonly signed: string;
  readonly signature: string;
}

const PADDINGS: Readonly<Record<string, { readonly padding: number; readonly saltLength?: number }>> = {
  RS256: { padding: constants.RSA_PKCS1_PADDING },
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
};

/** Takes a token apart; `undefined` for what is none. */
export function readJwt(text: string): Jwt | undefined {
  const [head = "", payload = "", signature = "", ...more] = text.split(".");
  const [header, claims] = [head, payload].map(membersOf);
  if (header === undefined || claims === undefined || signature === "" || more.length > 0) return undefined;
  return { header, claims, signed: `${head}.${payload}`, signature };
}

/** Whether a token was signed with the private half of a key, by RS256 or PS256. */
export function isSignedBy({ header, signed, signature }: Jwt, key: KeyObject): boolean {
  const padding = PADDINGS[String(header.alg)];
  if (padding === undefined || !Object.hasOwn(PADDINGS, String(header.alg))) return false;
  return verify("sha256", Buffer.from(signed), { key, ...padding }, Buffer.from(signature, "base64url"));
}

function membersOf(part: string): Members | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Members)
      : undefined;
  } catch {
    return undefined;
  }
}
