import { type SharedAnswers, sharedAnswers } from "../clouds/index.ts";
import type { Clock } from "../time/index.ts";

/** What has been read of settings: they change seldom, and take a while to act when they do. */
export function rememberedSettings(clock: Clock): SharedAnswers {
  return sharedAnswers({ clock, ttlMs: 300_000, capacity: 10_000 });
}
