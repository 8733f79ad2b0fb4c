// A service that loses answers, refuses, is down, and wants a stronger token: first a client that simply tries again,
// then the SDK as it comes. The fake makes all of it happen, and keeps note of what a client does badly. The time is virtual.
import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 7 });
const contoso = world.cloud("public").tenant("contoso");
const { clock, random } = world;
const ANSWER_LOST = {
  match: { operation: "invitations.create", nth: 1 },
  effect: "reset-after-commit",
} as const;

console.log("Not handled: the answer to an invitation is lost, and the client simply asks again");
contoso.faults.add(ANSWER_LOST);
const naive = contoso.app("naive");
const { token } = await contoso.credential({ as: naive }).getToken();
const post = () =>
  world.fetch(
    new Request("https://graph.microsoft.com/v1.0/invitations", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({
        invitedUserEmailAddress: "ada@fabrikam.example",
        inviteRedirectUrl,
        sendInvitationMessage: true,
      }),
    }),
  );
await post().catch((error) => say(`${error.cause.code}: asked again`));
say(`status ${(await post()).status}; Ada has ${mailsTo("ada@fabrikam.example")} mails`);
for (const { lint, text } of contoso.conduct.remarks) say(`noted: ${lint}: ${text}`);
contoso.conduct.clear();

console.log("\nHandled: the SDK as it comes");
const inviter = contoso.app("inviter");
const b2b = createB2BClient({ transport: contoso.transport({ as: inviter }), clock, random });
contoso.faults.add(ANSWER_LOST);
const bo = b2b.invitations.create({
  invitedUserEmailAddress: "bo@fabrikam.example",
  inviteRedirectUrl,
  sendInvitationMessage: true,
});
const { invitedUser, reconciled, mail } = await bo;
say(
  `invited, by ${(await bo.meta()).attempts} requests; reconciled: ${reconciled}; whether the mail went out: ${mail}`,
);
say(`Bo has ${mailsTo("bo@fabrikam.example")} mail`);

const guests: string[] = [];
console.log("\n60 invitations in 20 lanes, where the service takes 10 a second");
contoso.throttle({ invitations: { requests: 10, perMs: 1_000 } });
let start = clock.now();
let requests = 0;
await inLanes(20, 60, async (n) => {
  const call = b2b.invitations.create({
    invitedUserEmailAddress: `guest${n}@fabrikam.example`,
    inviteRedirectUrl,
  });
  guests.push((await call).invitedUser.id);
  const { attempts } = await call.meta();
  requests += attempts;
});
say(`all invited after ${seconds(clock.now() - start)}, with ${requests - 60} refusals`);
contoso.throttle("none");

console.log("\nA service that is down: 240 reads in 10 lanes");
const outage = contoso.faults.add({ effect: "unavailable" });
start = clock.now();
requests = 0;
await inLanes(10, 240, async (n) => {
  const read = await b2b.guests.get(guests[n % guests.length] as string).safe();
  if (!read.ok) requests += read.error.attempts;
});
say(
  `${requests} requests in ${seconds(clock.now() - start)}: once the budget is spent, nothing is sent again`,
);
outage.remove();
say(`${(await b2b.guests.get(invitedUser.id)).displayName} is read again`);

console.log("\nA token that is not enough any more");
const issuer = contoso.credential({ as: inviter });
const demanding = createB2BClient({
  transport: contoso.transport({ as: inviter }),
  credential: {
    async getToken(_scopes, options) {
      say(`a token is asked for${options?.claims ? `, with the claims ${options.claims}` : ""}`);
      return issuer.getToken();
    },
  },
  clock,
  random,
});
contoso.faults.add({ match: { operation: "users.get", nth: 1 }, effect: "claims-challenge" });
say(`${(await demanding.guests.get(invitedUser.id)).displayName} is read`);

contoso.conduct.assertClean();
console.log("\nNothing was noted against the SDK.");

/** Does so many pieces of work, so many of them at a time. */
async function inLanes(lanes: number, amount: number, work: (n: number) => Promise<void>): Promise<void> {
  let done = 0;
  const lane = async () => {
    while (done < amount) await work(done++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function mailsTo(address: string): number {
  return contoso.mails.filter(({ to }) => to === address).length;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function say(text: string): void {
  console.log(`  ${text}`);
}
