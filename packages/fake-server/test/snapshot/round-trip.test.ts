import { createWorld, type WorldSnapshot } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { furnished } from "../fuzz/furnished.ts";
import { asked, History } from "./history.ts";

/** What a file holds of it. */
function file(snapshot: WorldSnapshot): WorldSnapshot {
  return JSON.parse(JSON.stringify(snapshot)) as WorldSnapshot;
}

/** Who judges conduct starts anew in a world that came from a file. */
function withoutRemarks({ tenants, ...rest }: WorldSnapshot): unknown {
  return { ...rest, tenants: tenants.map(({ remarks: _, ...tenant }) => tenant) };
}

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

describe("whatever has happened in a world,", () => {
  test.each(SEEDS)(
    "one that comes from its snapshot is the same, and goes on the same way (seed %i)",
    async (seed) => {
      const place = furnished(seed, seed % 4 === 0 ? "instant" : "documented");
      const history = new History(place);
      await history.goOn(20 + 4 * seed);

      const saved = file(history.world.snapshot());
      const again = new History({ ...place, world: createWorld({ snapshot: saved }) });
      expect(file(again.world.snapshot())).toEqual(saved);
      expect(JSON.stringify(again.world.snapshot())).toBe(JSON.stringify(saved));

      expect(file((await asked(again.world, place.ids)) as never)).toEqual(
        file((await asked(history.world, place.ids)) as never),
      );
      const [on, onward] = [await history.goOn(40), await again.goOn(40)];
      expect(file(onward as never)).toEqual(file(on as never));
      expect(file(withoutRemarks(again.world.snapshot()) as never)).toEqual(
        file(withoutRemarks(history.world.snapshot()) as never),
      );
    },
  );

  test.each(SEEDS.slice(0, 20))(
    "no link, ticket or code of it is in the snapshot (seed %i)",
    async (seed) => {
      const history = new History(furnished(seed, "documented"));
      await history.goOn(60 + 4 * seed);
      const { contoso, world } = history;
      const text = JSON.stringify(world.snapshot());
      const tickets = contoso.mails.map(({ redeemUrl }) => ticketIn(redeemUrl));
      const codes = world.inbox.mails.flatMap((mail) => (mail.about === "passcode" ? [mail.passcode] : []));
      for (const secret of [...tickets, ...codes]) expect(text).not.toContain(secret);
      expect(text).not.toContain("/redeem?");
    },
  );
});

function ticketIn(redeemUrl: string): string {
  const inner = new URL(new URL(redeemUrl).searchParams.get("rd") ?? "");
  return inner.searchParams.get("ticket")?.replace(/=$/, "") ?? "";
}
