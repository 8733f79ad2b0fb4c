import { doneFor, type Run } from "../run.ts";

/** One call orders one mail at the most. A commit of an invitation with a mail writes the guest, the ticket and the mail. */
export function noMailTwice({ calls, doneBy }: Run): readonly string[] {
  return calls.flatMap(({ number, requests }) => {
    const done = doneFor(requests, doneBy);
    const mails = done.filter(({ operation, ids }) => operation === "invitations.create" && ids.length > 2);
    return mails.length > 1 ? [`call ${number} had ${mails.length} mails sent`] : [];
  });
}
