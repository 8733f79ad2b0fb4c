import type { ComponentChildren } from "preact";
import { placeAt } from "./address.ts";
import { useAnswer } from "./live.ts";
import type { Mail } from "./told.ts";
import { Instant, Nothing, Problem } from "./words.tsx";

/** Every mail that the directories have sent, and the one that was opened as its reader has it. */
export function Inbox({ of }: { readonly of: string | undefined }) {
  const { value: mails, problem } = useAnswer<readonly Mail[]>("/inbox");
  if (mails === undefined) return <Problem text={problem} />;
  if (mails.length === 0) {
    return (
      <Nothing>
        No mail has been sent. An invitation is mailed where <code>sendInvitationMessage</code> is true; any
        other can be redeemed <a href={placeAt("redeem")}>by its link</a>.
      </Nothing>
    );
  }
  const opened = mails.find(({ id }) => id === of);
  return (
    <div class="two">
      <ol class="list" aria-label="Mails, the newest first">
        {mails.toReversed().map((mail) => (
          <li key={mail.id}>
            <a href={placeAt("inbox", mail.id)} aria-current={mail.id === of ? "true" : undefined}>
              <strong>{mail.to}</strong>
              <span>{subjectOf(mail)}</span>
              <Instant at={mail.sentAt} />
            </a>
          </li>
        ))}
      </ol>
      {opened === undefined ? <Nothing>Choose a mail to read it.</Nothing> : <Letter mail={opened} />}
    </div>
  );
}

function subjectOf(mail: Mail): string {
  return mail.about === "invitation" ? mail.subject : "A code to sign in with";
}

function Letter({ mail }: { readonly mail: Mail }) {
  const isInvitation = mail.about === "invitation";
  return (
    <article class="letter" aria-labelledby="subject">
      <h2 id="subject">{subjectOf(mail)}</h2>
      <dl>
        <Line name="From">{isInvitation ? `${mail.fromName} <${mail.from}>` : mail.from}</Line>
        {isInvitation && mail.replyTo !== null && <Line name="Reply to">{mail.replyTo}</Line>}
        <Line name="To">{mail.to}</Line>
        {isInvitation && mail.cc !== null && <Line name="Copy">{mail.cc}</Line>}
        <Line name="Language">{mail.language}</Line>
        <Line name="Sent">
          <Instant at={mail.sentAt} />
        </Line>
      </dl>
      {isInvitation ? <Invitation mail={mail} /> : <Passcode mail={mail} />}
    </article>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Invitation({ mail }: { readonly mail: Extract<Mail, { about: "invitation" }> }) {
  return (
    <>
      {mail.text === null ? (
        <Nothing>
          There is no text of the inviter’s. It is left out as well where an application invites, or somebody
          without a mail address.
        </Nothing>
      ) : (
        <p class="said" lang={mail.language}>
          {mail.text}
        </p>
      )}
      <p>
        <a class="button" href={placeAt("redeem", mail.id)}>
          Accept the invitation
        </a>
      </p>
      <details>
        <summary>The link in the mail</summary>
        <p class="link">{mail.redeemUrl}</p>
      </details>
    </>
  );
}

function Passcode({ mail }: { readonly mail: Extract<Mail, { about: "passcode" }> }) {
  return (
    <p>
      The code is <code class="passcode">{mail.passcode}</code>. It is good for 30 minutes.
    </p>
  );
}
