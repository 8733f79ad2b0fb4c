import type { WireResponse } from "../wire/index.ts";

const SECONDS = /^\d+(?:\.\d+)?$/;
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
  for (const name of ["retry-after-ms", "x-ms-retry-after-ms"]) {
    const milliseconds = headers.get(name)?.trim();
    if (milliseconds && SECONDS.test(milliseconds)) return Number(milliseconds);
  }
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  const seconds = secondsOf(value);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  const until = instantOf(value);
  return until === undefined ? undefined : Math.max(0, until - (instantOf(headers.get("date")) ?? now));
}

/** A header that came twice is one with a comma: whoever waits for the longer time does neither of them wrong. */
function secondsOf(header: string): number | undefined {
  const times = header.split(", ");
  return times.every((time) => SECONDS.test(time)) ? Math.max(...times.map(Number)) : undefined;
}

/** The instant of a header's date, in milliseconds since 1970-01-01T00:00Z. */
function instantOf(header: string | null): number | undefined {
  const text = header?.trim() ?? "";
  const form = DATES.findIndex((date) => date.test(text));
  if (form < 0) return undefined;
  const instant = Date.parse(form === 2 ? `${text} GMT` : text);
  return Number.isNaN(instant) ? undefined : instant;
}
