import type { DirectoryObject, LimitStanding } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { openClient } from "../open-client.ts";
import { answer, refusal } from "../scripted-transport.ts";

const groupId = "aaaaaaaa-0000-4000-8000-000000000001";
const idOf = (n: number) => `bbbbbbbb-0000-4000-8000-00000000000${n}`;
const next = `https://graph.microsoft.com/v1.0/groups/${groupId}/owners?$skiptoken=2`;
const page = (owners: readonly number[], link?: string) =>
  answer(200, {
    value: owners.map((n): DirectoryObject => ({ "@odata.type": "#microsoft.graph.user", id: idOf(n) })),
    ...(link !== undefined && { "@odata.nextLink": link }),
  });

/** What is said of a group's owners after one was added, by a list on two pages. */
async function ownersBy(
  first: readonly number[],
  second: readonly number[],
): Promise<LimitStanding | undefined> {
  const lists = [page(first, next), page(second)];
  const { b2b } = openClient([
    ({ operation }) => {
      if (operation.id === "groups.addOwner") return answer(204);
      if (operation.id === "groups.listOwners") return lists.shift() ?? page([]);
      return refusal(403, "Authorization_RequestDenied", "Insufficient privileges");
    },
  ]);
  await b2b.groups.addOwner(groupId, idOf(1));
  const standings = await b2b.limits.check({ groupId });
  return standings.find(({ limit }) => limit.id === "owners-per-group");
}

describe("a list of several pages", () => {
  test.each([
    ["first", [1, 2], [3]],
    ["last", [2, 3], [1]],
  ])("is no way behind where its %s page has what this client has added", async (_, first, second) => {
    expect(await ownersBy(first, second)).toMatchObject({ used: 3, status: "clear" });
  });

  test("is behind where none of them has it", async () => {
    expect(await ownersBy([2, 3], [4])).toMatchObject({ used: null, status: "unknown" });
  });
});
