import type { InjectionToken } from "tsyringe";
import type { B2BClient } from "../client.ts";
import type { Credential } from "../middleware/index.ts";
import type { Clock, Random } from "../time/index.ts";
import type { Transport } from "../wire/index.ts";

/** The way to the directory. The one thing that an application has to register. */
export const B2B_TRANSPORT: InjectionToken<Transport> = Symbol.for("vestibule.transport");

/** Who calls. May be left out where the transport knows. */
export const B2B_CREDENTIAL: InjectionToken<Credential> = Symbol.for("vestibule.credential");

/** Time. Default: the computer's. */
export const B2B_CLOCK: InjectionToken<Clock> = Symbol.for("vestibule.clock");

/** Chance. Default: the platform's. */
export const B2B_RANDOM: InjectionToken<Random> = Symbol.for("vestibule.random");

/** The client: what an application asks for. */
export const B2B_CLIENT: InjectionToken<B2BClient> = Symbol.for("vestibule.client");
