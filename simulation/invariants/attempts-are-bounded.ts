import type { Run } from "../run.ts";
import { isRefusal, isTrouble, type Tapped } from "../wiretap.ts";

/** How many requests one look of one call sends to a service in trouble. */
const ATTEMPTS = 5;
/** What a client may spend on retries in a scope, and what one costs; each success pays one back. */
const BUDGET = 100;
const COST = 10;

/** A call gives up after so many attempts, and all calls together when their budget is spent. */
export function attemptsAreBounded({ wire }: Run): readonly string[] {
  const looks = [...Map.groupBy(wire, ({ trace }) => trace).values()].flatMap(looksOf);
  const stubborn = looks.filter((look) => look.filter(isTrouble).length > ATTEMPTS);
  return [
    ...stubborn.map((look) => `${look[0]?.operation} was tried ${look.length} times`),
    ...[...Map.groupBy(looks, ([first]) => first?.scope)].flatMap(([scope, within]) =>
      overspent(scope, within),
    ),
  ];
}

/** The requests between one real answer and the next. */
function looksOf(requests: readonly Tapped[]): readonly (readonly Tapped[])[] {
  const looks: Tapped[][] = [[]];
  for (const request of requests) {
    looks.at(-1)?.push(request);
    if (!isTrouble(request) && !isRefusal(request)) looks.push([]);
  }
  return looks.filter((look) => look.length > 0);
}

function overspent(scope: string | undefined, looks: readonly (readonly Tapped[])[]): readonly string[] {
  const retries = looks.flatMap((look) => look.slice(0, -1).filter(isTrouble)).length;
  const successes = looks.flat().filter((one) => !isTrouble(one) && !isRefusal(one)).length;
  const spent = retries * COST;
  return spent > BUDGET + successes
    ? [`${retries} retries in ${scope}, with ${successes} successes to pay for them`]
    : [];
}
