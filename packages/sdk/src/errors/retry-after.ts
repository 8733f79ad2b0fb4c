import type { WireResponse } from "../wire/index.ts";

/** A hundred years: for ever, and a number still. */
const LONGEST_MS = 100 * 365 * 86_400_000;
const NUMBER = /^\d+(?:\.\d+)?$/;
const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const TIME = "\\d{2}:\\d{2}:\\d{2}";
/** The three forms of RFC 9110, section 5.6.7, and nothing looser. The last one has no zone and means GMT. */
const DATES = [
  new RegExp(`^${DAY}, \\d{2} ${MONTH} \\d{4} ${TIME} GMT$`),
  new RegExp(`^${DAY}[a-z]{3,6}, \\d{2}-${MONTH}-\\d{2} ${TIME} GMT$`),
  new RegExp(`^${DAY} ${MONTH} [ \\d]\\d ${TIME} \\d{4}$`),
];

/**
 * How long the service asked to wait, in milliseconds from `now`; `undefined` where it said nothing that can be read.
 * Graph sends seconds, at times with decimals; Azure services send milliseconds in headers of their own. A date is held
 * against the answer's own `Date`, since the service means its own clock and not the client's.
 */
export function retryAfterMs(headers: WireResponse["headers"], now: number): number | undefined {
  const waits = [
    numberIn(headers.get("retry-after-ms")),
    numberIn(headers.get("x-ms-retry-after-ms")),
    secondsIn(headers.get("retry-after")),
    untilDate(headers, now),
  ].filter((wait) => wait !== undefined);
  // Milliseconds say it more exactly; but a wait of nothing takes none back that another header asks for.
  const wait = waits.find((ms) => ms > 0) ?? waits[0];
  return wait === undefined ? undefined : Math.min(wait, LONGEST_MS);
}

/** A header that came twice is one with a comma: whoever waits for the longer time does neither of them wrong. */
function numberIn(header: string | null): number | undefined {
  const numbers = header?.trim().split(", ") ?? [];
  const areAll = numbers.length > 0 && numbers.every((number) => NUMBER.test(number));
  return areAll ? Math.max(...numbers.map(Number)) : undefined;
}

function secondsIn(header: string | null): number | undefined {
  const seconds = numberIn(header);
  return seconds === undefined ? undefined : Math.ceil(seconds * 1_000);
}

function untilDate(headers: WireResponse["headers"], now: number): number | undefined {
  const until = instantOf(headers.get("retry-after"));
  return until === undefined ? undefined : Math.max(0, until - (instantOf(headers.get("date")) ?? now));
}

/** The instant of a header's date, in milliseconds since 1970-01-01T00:00Z. */
function instantOf(header: string | null): number | undefined {
  const text = header?.trim() ?? "";
  const form = DATES.findIndex((date) => date.test(text));
  if (form < 0) return undefined;
  const instant = Date.parse(form === 2 ? `${text} GMT` : text);
  return Number.isNaN(instant) ? undefined : instant;
}
