import { fakesOfThisProcess, type Reach } from "../same-process.ts";

/** Makes a fake known to a preload of this process, if there is one; gives what takes it back. */
export async function announced(reach: () => Promise<Reach>): Promise<() => void> {
  const place = fakesOfThisProcess();
  if (!place.isWatched) return () => {};
  const known = await reach();
  place.fakes.push(known);
  return () => {
    place.fakes.splice(place.fakes.indexOf(known), 1);
  };
}
