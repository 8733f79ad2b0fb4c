import { expectStatus, invite, largeTenant } from "./large-tenant.ts";
import { type Figure, figureOf } from "./rounds.ts";

/** How many writes are taken back. */
export const WRITES = 1_000;

/** What it costs to start a test over in a large tenant, in milliseconds. */
export interface StartOver {
  readonly mark: Figure;
  readonly writes: Figure;
  readonly rewind: Figure;
  /** What a test pays for starting over: marking and rewinding. */
  readonly both: Figure;
}

export async function measureRewind(rounds: number): Promise<StartOver> {
  const { world, transport } = largeTenant("documented");
  const times: { readonly mark: number; readonly writes: number; readonly rewind: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const mark = world.mark();
    const marked = performance.now();
    for (let guest = 0; guest < WRITES; guest++) {
      expectStatus(await transport.send(invite(`guest${guest}@fabrikam.example`)), 201);
    }
    const written = performance.now();
    world.rewind(mark);
    const rewound = performance.now();
    times.push({ mark: marked - started, writes: written - marked, rewind: rewound - written });
  }
  return {
    mark: figureOf(times.map(({ mark }) => mark)),
    writes: figureOf(times.map(({ writes }) => writes)),
    rewind: figureOf(times.map(({ rewind }) => rewind)),
    both: figureOf(times.map(({ mark, rewind }) => mark + rewind)),
  };
}
