/// <reference types="node" />
import { createHash, timingSafeEqual } from "node:crypto";

/** The SHA-256 of a text, in base64url. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Whether a text has this digest. How long it takes tells nothing of either. */
export function hasDigest(text: string, digest: string): boolean {
  const [one, other] = [digestOf(text), digest].map((value) => new TextEncoder().encode(value));
  return one?.length === other?.length && timingSafeEqual(one as Uint8Array, other as Uint8Array);
}
