const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** How a date can be written in a header. @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
export type HttpDateForm = "imf" | "rfc850" | "asctime";

/** An instant in milliseconds since 1970 as a date for a header: the first whole second that is not before it. */
export function httpDate(ms: number, form: HttpDateForm = "imf"): string {
  const date = new Date(Math.ceil(ms / 1_000) * 1_000);
  const imf = date.toUTCString();
  const [weekday = "", day = "", month = "", year = "", time = ""] = imf.split(" ");
  if (form === "rfc850") return `${DAYS[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
  if (form === "asctime") return `${weekday.slice(0, 3)} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`;
  return imf;
}

/** The second that was written last: many answers are dated with the same. */
let last = { second: 0, date: new Date(0).toUTCString() };

/** The time that it has been since: the last whole second that is not after it. What a service dates its answers with. */
export function httpDateSince(ms: number): string {
  const second = Math.floor(ms / 1_000);
  if (second !== last.second) last = { second, date: new Date(second * 1_000).toUTCString() };
  return last.date;
}

/** The instant of a header's date, or of one in ISO 8601, in milliseconds since 1970; `undefined` where it is none. One without a zone means Greenwich. */
export function instantOf(date: string): number | undefined {
  const instant = Date.parse(/(?:GMT|Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date} GMT`);
  return Number.isNaN(instant) ? undefined : instant;
}
