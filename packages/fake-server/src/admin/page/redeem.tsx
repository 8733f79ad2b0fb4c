import { useContext, useEffect, useState } from "preact/hooks";
import { tell } from "./ask.ts";
import { LiveWorld, useAnswer } from "./live.ts";
import { RedeemStep } from "./redeem-step.tsx";
import type { Mail, Step, TenantState } from "./told.ts";
import { Nothing, nameOf, Problem } from "./words.tsx";

/** A redemption as the guest meets it: by the link of a mail, or by one that is pasted. */
export function Redeem({ of: mailId }: { readonly of: string | undefined }) {
  if (mailId === undefined) return <ByLink />;
  return <ByMail key={mailId} id={mailId} />;
}

function ByMail({ id }: { readonly id: string }) {
  const { value: mails, problem } = useAnswer<readonly Mail[]>("/inbox");
  if (mails === undefined) return <Problem text={problem} />;
  const mail = mails.find((one) => one.id === id);
  if (mail?.about !== "invitation") return <Nothing>There is no such invitation among the mails.</Nothing>;
  return <Visit link={mail.redeemUrl} guest={mail.to} />;
}

function ByLink() {
  const [written, setWritten] = useState("");
  const [link, setLink] = useState<string | undefined>(undefined);
  const open = (event: Event) => {
    event.preventDefault();
    setLink(written.trim());
  };
  return (
    <>
      <form onSubmit={open} class="line">
        <p class="field wide">
          <label for="link">A redeem link: an invitation’s inviteRedeemUrl</label>
          <input
            id="link"
            type="url"
            required
            value={written}
            onInput={({ currentTarget }) => setWritten(currentTarget.value)}
          />
        </p>
        <button type="submit">Open it as the guest</button>
      </form>
      {link !== undefined && <Visit key={link} link={link} guest={undefined} />}
    </>
  );
}

interface VisitProps {
  readonly link: string;
  /** Who was invited, where that is known. */
  readonly guest: string | undefined;
}

/** What a guest does with a link, step by step. */
function Visit({ link, guest }: VisitProps) {
  const { state } = useContext(LiveWorld);
  const [step, setStep] = useState<Step | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isFirst, setIsFirst] = useState(true);
  const send = async (given: object) => {
    try {
      setStep(await tell<Step>("/redemption", { link, ...given }));
      setProblem(undefined);
    } catch (cause) {
      setProblem((cause as Error).message);
    }
  };
  useEffect(() => {
    void send({});
  }, []);
  const answer = (given: object) => {
    setIsFirst(false);
    return send(given);
  };
  return (
    <section class="visit" aria-label="What the guest sees">
      <p class="mark">Fake sign-in. Do not enter a real password: there is none to enter.</p>
      <Problem text={problem} />
      {step !== undefined && (
        <RedeemStep
          step={step}
          guest={guest}
          inviter={organisationOf(link, state?.tenants ?? [])}
          isFirst={isFirst}
          onAnswer={answer}
        />
      )}
    </section>
  );
}

/** Who invites: the link has the tenant's id in it. */
function organisationOf(link: string, tenants: readonly TenantState[]): string {
  const tenant = tenants.find(({ id }) => link.includes(id));
  return tenant === undefined ? "the organisation that invites" : nameOf(tenant);
}
