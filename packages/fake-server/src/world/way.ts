import type { Clock } from "@vestibule/sdk/time";
import { Conduct } from "../conduct/index.ts";
import { type Directory, type Principal, wasDeleted } from "../directory/index.ts";
import { ConnectionFault, Faults, type FiredFault, operationName, planOf } from "../faults/index.ts";
import { answer, type GraphRequest, type GraphResponse } from "../graph/index.ts";
import type { MayGiveUp } from "./doors.ts";
import { Requests } from "./requests.ts";
import { holdToSchema } from "./schema-check.ts";
import { Veil } from "./veil.ts";

/** A clock whose time can jump. */
export interface LeapingClock extends Clock {
  leap(ms: number): void;
}

/**
 * The way of a request into one tenant: conduct takes note, a fault may stand in between, and the directory answers.
 * Where nothing goes wrong, the answer is there at once.
 */
export class Way {
  readonly faults: Faults;
  readonly conduct: Conduct;
  readonly requests: Requests;
  readonly #directory: Directory;
  readonly #clock: LeapingClock;

  /** @param directories - all of the world: a client may show the secrets of each to any */
  constructor(directory: Directory, clock: LeapingClock, directories: () => readonly Directory[]) {
    this.#directory = directory;
    const veil = () => new Veil(directories());
    this.requests = new Requests(veil);
    this.#clock = clock;
    this.faults = new Faults(directory.chance.fork("faults"), directory.now);
    this.conduct = new Conduct(operationName, {
      wasGone: (id, at) => wasDeleted(directory, id, at),
      shown: (correlationId) => veil().text(correlationId),
    });
  }

  /** The world's. */
  get clock(): Clock {
    return this.#clock;
  }

  /** @throws ConnectionFault where no answer comes; the reason of the caller's signal where it gives up */
  deliver(
    party: Principal,
    request: GraphRequest,
    caller: MayGiveUp,
  ): GraphResponse | Promise<GraphResponse> {
    const sighting = this.conduct.sent(this.faults.requests, party, request, this.#clock.now());
    const fault = this.faults.next(request, party);
    if (fault !== undefined) return this.#faulty(fault, party, request, caller.signal, sighting);
    const response = this.#answer(party, request);
    this.requests.note({ seen: sighting, endedAt: sighting.sentAt, response });
    // What leaves in this very moment, in other lanes, left without knowing of the answer.
    queueMicrotask(() => this.conduct.ended(sighting, this.#clock.now(), response));
    return response;
  }

  async #faulty(
    { effect, forMs }: FiredFault,
    party: Principal,
    request: GraphRequest,
    signal: AbortSignal | undefined,
    sighting: ReturnType<Conduct["sent"]>,
  ): Promise<GraphResponse> {
    let response: GraphResponse | undefined;
    const plan = planOf(effect);
    try {
      response = await plan.effect({
        request,
        directory: this.#directory,
        party,
        forMs,
        answer: (as = party) => this.#answer(as, request),
        wait: (ms) => this.#clock.sleep(ms, signal),
        leap: (ms) => this.#clock.leap(ms),
      });
      if (!plan.isForeign) holdToSchema(this.#directory.cloud.id, request, response);
      return response;
    } catch (failure) {
      if (failure instanceof ConnectionFault && !failure.sent) sighting.hasArrived = false;
      throw failure;
    } finally {
      const endedAt = this.#clock.now();
      this.requests.note({ seen: sighting, endedAt, response, fault: effect });
      this.conduct.ended(sighting, endedAt, response);
    }
  }

  #answer(party: Principal, request: GraphRequest): GraphResponse {
    const response = answer(this.#directory, party, request);
    holdToSchema(this.#directory.cloud.id, request, response);
    return response;
  }
}
