/** What a client, or a preload in it, has to know to reach a fake that listens. */
export interface Reach {
  /** On the own machine; http, https and a proxy all answer there. */
  readonly port: number;
  /** The names of Graph's and the login services' hosts, of all clouds: the fake answers for each. */
  readonly hosts: readonly string[];
  /** The certificate of the authority to trust, in PEM. */
  readonly ca: string;
}

/** The fakes that listen in this process. A preload may come from another copy of this package, so they meet here. */
interface MeetingPlace {
  /** The newest last. */
  readonly fakes: Reach[];
  /** Whether anybody looks: without, nobody has to make a certificate. */
  isWatched: boolean;
}

const PLACE = Symbol.for("vestibule.fakes-of-this-process");

export function fakesOfThisProcess(): MeetingPlace {
  const holder = globalThis as { [PLACE]?: MeetingPlace };
  holder[PLACE] ??= { fakes: [], isWatched: false };
  return holder[PLACE];
}
