import { type House, houses } from "./floors.ts";

/** A file's place: `packages/<folder>/src/<room>/...`, or outside of every package's sources. */
export interface Place {
  readonly folder: string;
  readonly house: House | undefined;
  /** The file below `src/`. */
  readonly inside: string;
  readonly room: string;
  /** -1 where the table gives the room no floor. */
  readonly floor: number;
}

export function placeOf(path: string): Place {
  const [, folder = "", , room = ""] = path.split("/");
  const house = path.startsWith("packages/") ? houses[folder] : undefined;
  return {
    folder,
    house,
    inside: path.split("/").slice(3).join("/"),
    room,
    floor: house?.floors.findIndex((rooms) => rooms.includes(room)) ?? -1,
  };
}
