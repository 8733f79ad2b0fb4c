import { useContext, useState } from "preact/hooks";
import { tell } from "./ask.ts";
import { LiveWorld, useAnswer } from "./live.ts";
import type { Mark } from "./told.ts";
import { Instant, Problem } from "./words.tsx";

const STEPS = [
  ["10 seconds", 10_000],
  ["1 minute", 60_000],
  ["1 hour", 3_600_000],
  ["1 day", 86_400_000],
  ["30 days", 30 * 86_400_000],
] as const;

/** The world's time: moving it on, until nothing lags, and going back to a moment that was remembered. */
export function Clock() {
  const { state } = useContext(LiveWorld);
  const [made, setMade] = useState<object | undefined>(undefined);
  const { value: marks = [] } = useAnswer<readonly Mark[]>("/marks", made);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setProblem(undefined);
    } catch (cause) {
      setProblem((cause as Error).message);
    }
  };
  const remember = async () => setMade(await tell("/marks"));
  return (
    <>
      <p class="big">{state !== undefined && <Instant at={state.now} />}</p>
      <Problem text={problem} />
      <h2>Let time go by</h2>
      <p class="choice">
        {STEPS.map(([name, advanceMs]) => (
          <button
            key={name}
            type="button"
            class="quiet"
            onClick={() => void act(() => tell("/clock", { advanceMs }))}
          >
            {name}
          </button>
        ))}
        <button type="button" onClick={() => void act(() => tell("/clock", { settle: true }))}>
          Until no instance lags
        </button>
      </p>
      <h2>Go back</h2>
      <p>
        Whatever happened since has not happened then. Tokens that were given out since are not good any more.
      </p>
      <ul class="list">
        {marks.map(({ mark, at }) => (
          <li key={mark}>
            <button type="button" class="quiet" onClick={() => void act(() => tell("/rewind", { mark }))}>
              Back to {mark}
            </button>{" "}
            <Instant at={at} />
          </li>
        ))}
      </ul>
      <p>
        <button type="button" onClick={() => void act(remember)}>
          Remember this moment
        </button>
      </p>
    </>
  );
}
