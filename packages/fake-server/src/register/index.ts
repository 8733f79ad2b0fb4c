/// <reference types="node" />
/**
 * A preload: `node --import @vestibule/fake-server/register app.mjs`. Whatever the application says to Graph and to the
 * login services, of whichever cloud and by whichever client, it says to a fake: the one that `VESTIBULE_FAKE` gives the
 * address of, or else the one that listens in the same process. No other host of Microsoft's can be reached; all that is
 * not Microsoft's is as before.
 *
 * @module
 */
import { fakesOfThisProcess } from "../same-process.ts";
import { divert } from "./divert.ts";
import { fakeAt, fakeOfThisProcess } from "./fake-in-use.ts";

const place = fakesOfThisProcess();
if (!place.isWatched) {
  place.isWatched = true;
  const { VESTIBULE_FAKE: address = "" } = process.env;
  const fake = address === "" ? undefined : await fakeAt(address).catch(giveUp);
  divert(() => fake ?? fakeOfThisProcess());
}

/** As an error would end it that nobody catches, without the twenty lines of stack that say nothing of the application. */
function giveUp({ message }: Error): never {
  process.stderr.write(`@vestibule/fake-server/register: ${message}\n`);
  process.exit(1);
}
