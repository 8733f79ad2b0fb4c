import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { ask } from "./ask.ts";
import type { WorldState } from "./told.ts";

/** The world as it was told last, and whether the fake is still there. */
export interface Live {
  readonly state: WorldState | undefined;
  readonly isConnected: boolean;
  /** Changes whenever anything but the time has. */
  readonly version: string;
}

export const LiveWorld = createContext<Live>({ state: undefined, isConnected: false, version: "" });

/** Is told of every change, as long as the page is open. */
export function useEvents(): Live {
  const [live, setLive] = useState<Live>({ state: undefined, isConnected: false, version: "" });
  useEffect(() => {
    const events = new EventSource("/_fake/events");
    events.addEventListener("state", ({ data }: MessageEvent<string>) => {
      const state = JSON.parse(data) as WorldState;
      setLive({ state, isConnected: true, version: JSON.stringify([state.seed, state.tenants]) });
    });
    events.addEventListener("error", () => setLive((last) => ({ ...last, isConnected: false })));
    return () => events.close();
  }, []);
  return live;
}

export interface Answered<T> {
  readonly value: T | undefined;
  readonly problem: string | undefined;
}

/** What the fake answers to a question, asked anew whenever the world, or `reason`, has changed, and when the fake is back. */
export function useAnswer<T>(path: string, reason?: unknown): Answered<T> {
  const { version, isConnected } = useContext(LiveWorld);
  const [answered, setAnswered] = useState<Answered<T>>({ value: undefined, problem: undefined });
  useEffect(() => {
    const left = new AbortController();
    ask<T>(path, { signal: left.signal }).then(
      (value) => setAnswered({ value, problem: undefined }),
      (cause: Error) => {
        if (!left.signal.aborted) setAnswered({ value: undefined, problem: cause.message });
      },
    );
    return () => left.abort();
  }, [path, version, isConnected, reason]);
  return answered;
}
