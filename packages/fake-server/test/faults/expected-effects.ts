import type { FaultEffect } from "@vestibule/fake-server";
import { expect } from "vitest";
import { type Ask, invite, inviteWithMail, list, type Scene } from "./scene.ts";

/** What an effect has to look like from outside. */
export interface Expected {
  /** What is asked. Default: the guest is renamed. */
  readonly ask?: Ask | ((scene: Scene) => Ask | Promise<Ask>);
  readonly answer: string;
  /** Whether the request is carried out all the same. */
  readonly isDone: boolean;
  readonly tookMs?: number;
  /** Headers, by name. */
  readonly headers?: Readonly<Record<string, unknown>>;
  /** What the body has to match. */
  readonly body?: object;
  /** How far ahead of the world's clock the date in `Retry-After` is, in seconds. */
  readonly dateAheadSeconds?: number;
}

const refused = (answer: string, more: Partial<Expected> = {}): Expected => ({
  answer,
  isDone: false,
  ...more,
});
const done = (answer: string, more: Partial<Expected> = {}): Expected => ({ answer, isDone: true, ...more });
const read = (scene: Scene): Ask => scene.read;
const says = (message: RegExp) => ({ body: { error: { message: expect.stringMatching(message) } } });
const retryAfter = (value: unknown) => ({ headers: { "retry-after": value } });
const AN_HOUR_MS = 3_600_000;

const transport = {
  "dns-not-found": refused("not-sent ENOTFOUND"),
  "dns-temporary": refused("not-sent EAI_AGAIN"),
  "connection-refused": refused("not-sent ECONNREFUSED"),
  "connect-timeout": refused("not-sent UND_ERR_CONNECT_TIMEOUT"),
  "host-unreachable": refused("not-sent EHOSTUNREACH"),
  "network-unreachable": refused("not-sent ENETUNREACH"),
  "tls-failure": refused("not-sent CERT_HAS_EXPIRED"),
  "reset-before-commit": refused("lost ECONNRESET"),
  "reset-after-commit": done("lost ECONNRESET"),
  "closed-before-commit": refused("lost UND_ERR_SOCKET"),
  "closed-after-commit": done("lost UND_ERR_SOCKET"),
  "broken-pipe": refused("lost EPIPE"),
  "headers-timeout-after-commit": done("lost UND_ERR_HEADERS_TIMEOUT", { tookMs: 20_000 }),
  "half-body": done("lost UND_ERR_SOCKET", { ask: invite() }),
  "hang-before-commit": refused("lost ECONNRESET", { tookMs: AN_HOUR_MS }),
  "hang-after-commit": done("lost ECONNRESET", { tookMs: AN_HOUR_MS }),
  "slow-arrival": done("204", { tookMs: 5_000 }),
  "slow-answer": done("204", { tookMs: 5_000 }),
} satisfies Partial<Record<FaultEffect, Expected>>;

const http = {
  throttled: refused("429 TooManyRequests", retryAfter("3")),
  "throttled-without-retry-after": refused("429 TooManyRequests", retryAfter(null)),
  "throttled-decimals": refused("429 TooManyRequests", retryAfter("0.249")),
  "throttled-date": refused("429 TooManyRequests", {
    ...retryAfter(expect.stringMatching(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/)),
    dateAheadSeconds: 3,
  }),
  "throttled-milliseconds": refused("429 TooManyRequests", {
    headers: { "retry-after": null, "x-ms-retry-after-ms": "3000" },
  }),
  "throttled-garbage": refused("429 TooManyRequests", retryAfter("soon")),
  "throttled-for-a-day": refused("429 TooManyRequests", retryAfter("86400")),
  "throttled-for-good": refused("429 Request_ThrottledPermanently", retryAfter(null)),
  "bandwidth-exceeded": refused("509 bandwidthLimitExceeded"),
  "internal-error": refused("500 InternalServerError"),
  "internal-error-after-commit": done("500 InternalServerError"),
  "bad-gateway": refused("502 page"),
  "bad-gateway-after-commit": done("502 page"),
  unavailable: refused("503 ServiceUnavailable", retryAfter(null)),
  "unavailable-after-commit": done("503 ServiceUnavailable"),
  "unavailable-with-retry-after": refused("503 ServiceUnavailable", retryAfter("4")),
  "gateway-timeout": refused("504 page"),
  "gateway-timeout-after-commit": done("504 page"),
  "request-timeout": refused("408 RequestTimeout"),
  "insufficient-storage": refused("507 insufficientStorage"),
  "claims-challenge": refused("401 InvalidAuthenticationToken", {
    headers: { "www-authenticate": expect.stringMatching(/error="insufficient_claims", claims="[\w=]+"/) },
  }),
  forbidden: refused("403 Authorization_RequestDenied"),
  "precondition-failed": refused("412 resourceModified"),
  locked: refused("423 locked"),
  "not-implemented": refused("501 NotImplemented"),
  redirect: refused("302", { headers: { location: "https://captive-portal.example/" } }),
  "html-instead-of-json": done("201 page", { ask: invite() }),
  "empty-body": done("201", { ask: invite() }),
  "truncated-json": done("201 page", { ask: invite() }),
} satisfies Partial<Record<FaultEffect, Expected>>;

/** The second page of a list. */
async function nextPage({ ask }: Scene): Promise<Ask> {
  const { body } = await ask(list);
  const link = new URL((body as { "@odata.nextLink": string })["@odata.nextLink"]);
  return { method: "GET", path: "/users", query: Object.fromEntries(link.searchParams) };
}

const badRequest = (message: RegExp) => refused("400 Request_BadRequest", says(message));

const directory = {
  "object-missing": refused(
    "404 Request_ResourceNotFound",
    says(/^Resource '[\da-f-]{36}' does not exist or one of/),
  ),
  "company-information-missing": refused("404 Directory_ObjectNotFound", says(/company information/)),
  "reference-invalid": badRequest(/^Not a valid reference update$/),
  "referenced-object-missing": badRequest(/objects being referenced don't exist/),
  "property-values-invalid": badRequest(/^One or more property values specified are invalid/),
  "conflict-with-the-unseen": badRequest(/^Another object with the same value/),
  "replica-unavailable": refused("503 Directory_ReplicaUnavailable"),
  "concurrency-violation": refused("409 Directory_ConcurrencyViolation"),
  "quota-exceeded": refused("403 Directory_QuotaExceeded", { ask: invite() }),
  "page-token-expired": refused("400 Directory_ExpiredPageToken", { ask: nextPage }),
  "duplicate-page-item": refused("200", {
    ask: list,
    body: { value: expect.toSatisfy(([one, two]) => one.id === two.id) },
  }),
  "empty-page": refused("200", { ask: list, body: { value: [], "@odata.nextLink": expect.any(String) } }),
  // Six users are there.
  "count-off": refused("200", { ask: list, body: { "@odata.count": 13 } }),
  "unknown-property": refused("200", { ask: read, body: { brandNewProperty: { deep: [1] } } }),
  // Nothing lags here: what these two do shows in a directory that does.
  "stale-read": refused("200", { ask: read }),
  "instance-stalls": done("204"),
} satisfies Partial<Record<FaultEffect, Expected>>;

const b2b = {
  "mail-lost": done("201", { ask: inviteWithMail }),
  "mail-late": done("201", { ask: inviteWithMail }),
  "mail-twice": done("201", { ask: inviteWithMail }),
  "invitations-unavailable": refused("503 ServiceUnavailable", { ask: invite() }),
  "invitations-unavailable-after-commit": done("503 ServiceUnavailable", { ask: invite() }),
  "invitations-throttled": refused("429 TooManyRequests", { ask: invite(), ...retryAfter(null) }),
  "target-address-not-found": refused("400 BadRequest", { ask: invite(), ...says(/target address/) }),
  "inviter-not-authorized": refused("401 Unauthorized", { ask: invite(), ...says(/privileges/) }),
  "guest-exists-already": refused("400 BadRequest", { ask: invite(), ...says(/already exists/) }),
  "redeem-url-missing": done("201", { ask: invite(), body: { inviteRedeemUrl: null } }),
  "guest-missing-in-answer": done("201", { ask: invite(), body: { invitedUser: null } }),
  "invitation-id-missing": done("201", {
    ask: invite(),
    body: expect.not.objectContaining({ id: expect.anything() }),
  }),
} satisfies Partial<Record<FaultEffect, Expected>>;

const clock = {
  "server-clock-ahead": refused("429 TooManyRequests", { dateAheadSeconds: 93 }),
  "server-clock-behind": refused("429 TooManyRequests", { dateAheadSeconds: -87 }),
  "throttled-rfc850-date": refused("429 TooManyRequests", {
    ...retryAfter(expect.stringMatching(/^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} [\d:]{8} GMT$/)),
    dateAheadSeconds: 3,
  }),
  "throttled-asctime-date": refused("429 TooManyRequests", {
    ...retryAfter(expect.stringMatching(/^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/)),
    dateAheadSeconds: 3,
  }),
  "throttled-zero": refused("429 TooManyRequests", retryAfter("0")),
  "throttled-negative": refused("429 TooManyRequests", retryAfter("-5")),
  "token-not-yet-valid": refused("401 InvalidAuthenticationToken", says(/not yet valid/)),
  "token-ends-early": refused("401 InvalidAuthenticationToken", says(/expired/)),
  "clock-leaps": done("204", { tookMs: 45_000 }),
  "created-in-the-future": refused("200", {
    ask: read,
    body: { createdDateTime: expect.stringMatching(/^2026-01-01T00:01:30/) },
  }),
} satisfies Partial<Record<FaultEffect, Expected>>;

/** Every effect of a request. What goes wrong with redeeming is no request. */
export const expectedEffects: Readonly<Partial<Record<FaultEffect, Expected>>> = {
  ...transport,
  ...http,
  ...directory,
  ...b2b,
  ...clock,
};
