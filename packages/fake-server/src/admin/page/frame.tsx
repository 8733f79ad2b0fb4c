import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Place, placeAt, usePlace } from "./address.ts";
import { Clock } from "./clock.tsx";
import { Explorer } from "./explorer.tsx";
import { Faults } from "./faults.tsx";
import { Inbox } from "./inbox.tsx";
import { type Live, LiveWorld, useEvents } from "./live.ts";
import { Redeem } from "./redeem.tsx";
import { Requests } from "./requests.tsx";
import { Timeline } from "./timeline.tsx";
import { Instant, Nothing } from "./words.tsx";

interface View {
  readonly id: string;
  readonly title: string;
  readonly show: ComponentType<{ readonly of: string | undefined }>;
}

const VIEWS: readonly View[] = [
  { id: "inbox", title: "Inbox", show: Inbox },
  { id: "redeem", title: "Redeem", show: Redeem },
  { id: "directory", title: "Directory", show: Explorer },
  { id: "timeline", title: "Timeline", show: Timeline },
  { id: "requests", title: "Requests", show: Requests },
  { id: "faults", title: "Faults", show: Faults },
  { id: "clock", title: "Clock", show: Clock },
];

/** What an address leads to that somebody has mistyped, or kept from another version. */
const NOWHERE: View = {
  id: "nowhere",
  title: "No such view",
  show: () => (
    <Nothing>
      This page has no view of that name. Choose one above, or go to the <a href={placeAt("inbox")}>inbox</a>.
    </Nothing>
  ),
};

/** The whole page: what it is, where one can go, and the view that one is at. */
export function Frame() {
  const live = useEvents();
  const place = usePlace();
  const view = VIEWS.find(({ id }) => id === place.view) ?? NOWHERE;
  return (
    <LiveWorld.Provider value={live}>
      <button type="button" class="skip" onClick={toView}>
        Skip to the view
      </button>
      <header>
        <p class="fake">
          <strong>A fake directory.</strong> Nobody here is real, and no mail leaves this machine.
        </p>
        <div class="bar">
          <p class="name">vestibule-fake</p>
          <Standing {...live} />
        </div>
        <nav aria-label="Views">
          {VIEWS.map(({ id, title }) => (
            <a key={id} href={placeAt(id)} aria-current={id === view.id ? "page" : undefined}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <Main view={view} place={place} />
    </LiveWorld.Provider>
  );
}

function Main({ view, place }: { readonly view: View; readonly place: Place }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(false);
  // Whoever goes to another view hears where they are; on arrival the page itself is read.
  useEffect(() => {
    document.title = `${view.title} – fake directory`;
    if (arrived.current) heading.current?.focus();
    arrived.current = true;
  }, [view.id]);
  return (
    <main id="view">
      <h1 ref={heading} tabIndex={-1}>
        {view.title}
      </h1>
      <view.show of={place.of} key={view.id} />
    </main>
  );
}

function Standing({ state, isConnected }: Live) {
  if (state === undefined) return <p role="status">Asking the fake…</p>;
  if (!isConnected) {
    return (
      <p role="status" class="lost">
        The fake does not answer any more. What is shown is what it said last.
      </p>
    );
  }
  return (
    <p class="standing">
      seed <code>{String(state.seed)}</code> · <Instant at={state.now} />
    </p>
  );
}

function toView(): void {
  document.querySelector<HTMLElement>("main h1")?.focus();
}
