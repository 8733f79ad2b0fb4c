const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** No place on earth is further from UTC. */
const FURTHEST_MINUTES = 14 * 60;
const FRACTION = /^\.\d+$/;
const [HYPHEN, COLON, UPPER_T, LOWER_T, UPPER_Z, LOWER_Z] = [45, 58, 84, 116, 90, 122];

/** The day that was read last: those who came on one day stand together, and are looked at one after the other. */
let last = { year: Number.NaN, month: 0, day: 0, instant: 0 };

/**
 * A date, or a date and time with its zone, as milliseconds since 1970 in UTC; `undefined` for any other text.
 * Read by place and not by pattern, and without a part of it being cut out: it is asked for every object that a filter
 * looks at.
 */
export function instantOf(text: string): number | undefined {
  const day = dayAt(text);
  if (day === undefined || text.length === 10) return day;
  const separator = text.charCodeAt(10);
  if (separator !== UPPER_T && separator !== LOWER_T) return undefined;
  const zone = zoneStart(text);
  const time = timeAt(text, 11, zone);
  if (time === undefined) return undefined;
  const offset = offsetMinutes(text, zone);
  return offset === undefined ? undefined : day + time - offset * 60_000;
}

function dayAt(text: string): number | undefined {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 2);
  const day = numberAt(text, 8, 2);
  if (year === last.year && month === last.month && day === last.day) return last.instant;
  if (!isDay(year, month, day)) return undefined;
  last = { year, month, day, instant: dayNumber(year, month, day) * 86_400_000 };
  return last.instant;
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (DAYS_OF_MONTH[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
  return year >= 0 && day >= 1 && day <= days;
}

/** Where the zone begins: at the Z, or at the sign of an offset. */
function zoneStart(text: string): number {
  const end = text.length - 1;
  return isZulu(text.charCodeAt(end)) ? end : end - 5;
}

function isZulu(code: number): boolean {
  return code === UPPER_Z || code === LOWER_Z;
}

function offsetMinutes(text: string, zone: number): number | undefined {
  if (isZulu(text.charCodeAt(zone))) return 0;
  const first = text[zone];
  if ((first !== "+" && first !== "-") || text[zone + 3] !== ":") return undefined;
  const hours = numberAt(text, zone + 1, 2);
  const minutes = numberAt(text, zone + 4, 2);
  if (hours < 0 || minutes < 0 || minutes > 59) return undefined;
  const offset = hours * 60 + minutes;
  if (offset > FURTHEST_MINUTES) return undefined;
  return first === "-" ? -offset : offset;
}

/** `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff`, in milliseconds. What is finer than that is left out. */
function timeAt(text: string, start: number, end: number): number | undefined {
  const hours = numberAt(text, start, 2);
  const minutes = numberAt(text, start + 3, 2);
  if (text.charCodeAt(start + 2) !== COLON || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
    return undefined;
  const seconds = end === start + 5 ? 0 : secondsAt(text, start + 5, end);
  return seconds === undefined ? undefined : (hours * 60 + minutes) * 60_000 + seconds;
}

function secondsAt(text: string, start: number, end: number): number | undefined {
  const seconds = numberAt(text, start + 1, 2);
  if (text.charCodeAt(start) !== COLON || seconds < 0 || seconds > 59) return undefined;
  if (end === start + 3) return seconds * 1000;
  const fraction = text.slice(start + 3, end);
  return FRACTION.test(fraction) ? seconds * 1000 + Number(fraction.slice(1, 4).padEnd(3, "0")) : undefined;
}

/** The number that these digits make; -1 where one of them is none. */
function numberAt(text: string, start: number, length: number): number {
  let number = 0;
  for (let at = start; at < start + length; at++) {
    const digit = text.charCodeAt(at) - 48;
    // Past the end the code is NaN, and NaN is in no range.
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Days since 1970 in the Gregorian calendar. Counts years from March, so that a leap day is the last of its year. */
function dayNumber(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
