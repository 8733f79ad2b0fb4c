const DAY_MS = 86_400_000;

/** No date lies further from 1970, in milliseconds: ECMAScript, "Time Values and Time Range". */
export const LAST_INSTANT = 8.64e15;

/** An instant in milliseconds since 1970 as ISO 8601 in UTC, to the second, as Graph writes it: `2026-01-01T00:00:00Z`. */
export function isoDateTime(ms: number): string {
  const seconds = Math.floor(modulo(ms, DAY_MS) / 1000);
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => two(Math.floor(part)))
    .join(":");
  return `${isoDate(Math.floor(ms / DAY_MS))}T${time}Z`;
}

/**
 * A day's number since 1970 as a date of the Gregorian calendar. Counts years from March, so that the day that comes
 * and goes is the last of a year.
 */
function isoDate(day: number): string {
  const sinceEra = day + 719_468;
  const era = Math.floor(sinceEra / 146_097);
  const dayOfEra = sinceEra - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
