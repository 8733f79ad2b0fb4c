import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { MetChallenge } from "../../directory/index.ts";
import { linkProblems, reasons } from "./refusals.ts";
import type { Accepted, Refused, Step } from "./told.ts";
import { Instant } from "./words.tsx";

export interface StepProps<S extends Step = Step> {
  readonly step: S;
  readonly guest: string | undefined;
  /** The organisation that invites, as it is called here. */
  readonly inviter: string;
  /** Whether it is the first that is shown: after any other the reader's place moves along. */
  readonly isFirst: boolean;
  readonly onAnswer: (given: object) => void;
}

type Of<At extends Step["at"]> = StepProps<Extract<Step, { at: At }>>;

/** The step that a redemption is at, with what can be answered. */
export function RedeemStep(props: StepProps) {
  const { step, isFirst } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [step]);
  return (
    <div data-step={step.at}>
      <h2 ref={heading} tabIndex={-1}>
        {titleOf(props)}
      </h2>
      {bodyOf(props)}
      <Passed challenges={step.challenges} />
    </div>
  );
}

function titleOf({ step, inviter }: StepProps): string {
  switch (step.at) {
    case "sign-in":
      return "Sign in";
    case "passcode-request":
      return "Get a code";
    case "passcode":
      return "Enter the code";
    case "consent":
      return `Let ${inviter} know who you are?`;
    case "mfa":
      return step.tenant === "home"
        ? "Your own organisation asks for a second factor"
        : `${inviter} asks for a second factor`;
    case "terms":
      return `${inviter} has terms of use`;
    case "accepted":
      return "You are in";
    case "refused":
      return "You are not let in";
  }
}

function bodyOf(props: StepProps): ComponentChildren {
  const { step } = props;
  switch (step.at) {
    case "sign-in":
      return <SignIn {...props} step={step} />;
    case "passcode-request":
      return <PasscodeRequest {...props} step={step} />;
    case "passcode":
      return <Passcode {...props} step={step} />;
    case "consent":
      return <Consent {...props} step={step} />;
    case "mfa":
      return <SecondFactor {...props} step={step} />;
    case "terms":
      return <Terms {...props} step={step} />;
    case "accepted":
      return <AcceptedEnd step={step} />;
    case "refused":
      return <RefusedEnd step={step} />;
  }
}

const ACCOUNTS = {
  organisation: "work or school account",
  federation: "account at the organisation’s own identity provider",
  google: "Google account",
  "microsoft-account": "personal Microsoft account",
} as const;

function SignIn({ step, guest, inviter, onAnswer }: Of<"sign-in">) {
  const [kind, setKind] = useState<keyof typeof ACCOUNTS>(step.accounts[0] ?? "organisation");
  const [as, setAs] = useState(guest ?? "");
  const submit = (event: Event) => {
    event.preventDefault();
    onAnswer({ answer: "signIn", with: kind, ...(as !== "" && { as }) });
  };
  return (
    <form onSubmit={submit}>
      <p>{inviter} invites you. Sign in where your account lives.</p>
      {step.accounts.length > 1 ? (
        <fieldset>
          <legend>With which account?</legend>
          {step.accounts.map((one) => (
            <label key={one}>
              <input type="radio" name="account" checked={kind === one} onChange={() => setKind(one)} /> Your{" "}
              {ACCOUNTS[one]}
            </label>
          ))}
        </fieldset>
      ) : (
        <p>With your {ACCOUNTS[kind]}.</p>
      )}
      <p class="field">
        <label for="as">Address</label>
        <input
          id="as"
          type="email"
          autocomplete="off"
          value={as}
          placeholder="the one that was invited"
          onInput={({ currentTarget }) => setAs(currentTarget.value)}
        />
      </p>
      <button type="submit">Sign in</button>
    </form>
  );
}

function PasscodeRequest({ step, onAnswer }: Of<"passcode-request">) {
  return (
    <>
      <p>
        No account vouches for <strong>{step.address}</strong>, so a code is sent there. It comes to the{" "}
        <a href="#/inbox">inbox</a>.
      </p>
      <Choice onAnswer={onAnswer} answers={[["sendPasscode", "Send the code"]]} />
    </>
  );
}

function Passcode({ step, onAnswer }: Of<"passcode">) {
  const [code, setCode] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    onAnswer({ answer: "enterPasscode", code });
  };
  return (
    <form onSubmit={submit}>
      <p>
        A code was sent to <strong>{step.address}</strong>: look into the <a href="#/inbox">inbox</a>. It is
        good until <Instant at={step.expiresAt} />.
      </p>
      {step.problem !== undefined && (
        <p role="alert" class="problem">
          {step.problem === "wrong"
            ? "That is not the code."
            : "That code is too old. Have another one sent."}
        </p>
      )}
      <p class="field">
        <label for="code">Code</label>
        <input
          id="code"
          inputMode="numeric"
          autocomplete="off"
          required
          value={code}
          onInput={({ currentTarget }) => setCode(currentTarget.value)}
        />
      </p>
      <p class="choice">
        <button type="submit">Go on</button>
        <button type="button" class="quiet" onClick={() => onAnswer({ answer: "sendPasscode" })}>
          Send another code
        </button>
      </p>
    </form>
  );
}

function Consent({ step, inviter, onAnswer }: Of<"consent">) {
  return (
    <>
      <p>
        You are signed in as <strong>{step.account.address}</strong>. {inviter} gets your name, your address
        and your photo, and may keep a record of what you do there.
      </p>
      <Choice
        onAnswer={onAnswer}
        answers={[
          ["consent", "Accept"],
          ["refuseConsent", "Refuse"],
        ]}
      />
    </>
  );
}

function SecondFactor({ step, onAnswer }: Of<"mfa">) {
  return (
    <>
      <p>
        {step.kind === "strength" ? "A stronger proof is asked for" : "A second proof is asked for"} by{" "}
        {step.askedBy.join(", ")}. You are signed in as <strong>{step.account.address}</strong>.
      </p>
      <Choice
        onAnswer={onAnswer}
        answers={[
          ["approveMfa", "Approve"],
          ["denyMfa", "Deny"],
        ]}
      />
    </>
  );
}

function Terms({ step, onAnswer }: Of<"terms">) {
  return (
    <>
      <p>
        They are asked for by {step.askedBy.join(", ")}. You are signed in as{" "}
        <strong>{step.account.address}</strong>.
      </p>
      <Choice
        onAnswer={onAnswer}
        answers={[
          ["acceptTerms", "Accept"],
          ["declineTerms", "Decline"],
        ]}
      />
    </>
  );
}

function AcceptedEnd({ step }: { readonly step: Accepted }) {
  return (
    <>
      <p>
        The invitation is accepted. A browser goes on to{" "}
        <a href={step.redirectUrl} rel="noreferrer">
          {step.redirectUrl}
        </a>
        .
      </p>
      <details>
        <summary>What an application there is told of you</summary>
        <pre>{JSON.stringify(step.claims, null, 2)}</pre>
      </details>
    </>
  );
}

function RefusedEnd({ step }: { readonly step: Refused }) {
  const { why, next } = reasons[step.because];
  return (
    <>
      <p>
        {why} {step.link !== undefined && linkProblems[step.link]}
      </p>
      {step.error !== undefined && (
        <p>
          The sign-in page shows <code>{step.error}</code>.
        </p>
      )}
      <p class="next">{next}</p>
    </>
  );
}

function Choice(props: {
  readonly onAnswer: (given: object) => void;
  /** What is answered, and how the button is called; the first is the one that goes on. */
  readonly answers: readonly (readonly [answer: string, label: string])[];
}) {
  return (
    <p class="choice">
      {props.answers.map(([answer, label], place) => (
        <button
          key={answer}
          type="button"
          class={place === 0 ? "" : "quiet"}
          onClick={() => props.onAnswer({ answer })}
        >
          {label}
        </button>
      ))}
    </p>
  );
}

/** The prompts up to here: what a guest who meets two of them complains about. */
function Passed({ challenges }: { readonly challenges: readonly MetChallenge[] }) {
  if (challenges.length === 0) return null;
  return (
    <section class="passed" aria-label="Prompts so far">
      <h3>Prompts so far: {challenges.length}</h3>
      <ol>
        {challenges.map(({ tenant, kind, askedBy, outcome }, place) => (
          <li key={`${place} ${kind}`}>
            {tenant === "home" ? "at home" : "at the inviting organisation"}: {NAMES[kind]},{" "}
            {outcome === "passed" ? "passed" : "denied"} (asked by {askedBy.join(", ")})
          </li>
        ))}
      </ol>
    </section>
  );
}

const NAMES = { mfa: "second factor", strength: "stronger proof", terms: "terms of use" } as const;
