import type { FakeInUse } from "./fake-in-use.ts";
import { isMicrosofts } from "./microsoft.ts";

/** Where a connection to a host of this name goes. */
export type Verdict =
  | { readonly is: "elsewhere" }
  | { readonly is: "fake"; readonly name: string; readonly fake: FakeInUse }
  | { readonly is: "refused"; readonly name: string; readonly why: string };

/** Judges a connection by the names under which its host is known: the one that it is to prove, and the one that it is found by. */
export function judge(names: readonly (string | undefined)[], fake: FakeInUse | undefined): Verdict {
  const asked = names.flatMap((name) => (name ? [name.toLowerCase().replace(/\.$/, "")] : []));
  const known = fake && asked.find((name) => fake.hosts.includes(name));
  if (fake && known !== undefined) return { is: "fake", name: known, fake };
  const name = asked.find(isMicrosofts);
  return name === undefined ? { is: "elsewhere" } : { is: "refused", name, why: whyNot(name, fake) };
}

function whyNot(name: string, fake: FakeInUse | undefined): string {
  const closed = `@vestibule/fake-server/register lets nothing through to Microsoft, and ${name} is Microsoft's.`;
  return fake === undefined
    ? `${closed} There is no fake to answer instead: set VESTIBULE_FAKE to the address of one, or call listen(world) in this process first.`
    : `${closed} The fake answers for ${fake.hosts.join(", ")}.`;
}
