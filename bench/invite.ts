import { callContext, type Transport } from "@vestibule/sdk/wire";

const context = callContext();

/** Invites the n-th guest, and answers with the guest's id. */
export async function invite(transport: Transport, n: number): Promise<string> {
  const { status, body } = await transport.send({
    operation: { id: "bench", effect: "idempotent" },
    method: "POST",
    version: "v1.0",
    target: { path: "/invitations" },
    headers: {},
    body: {
      invitedUserEmailAddress: `guest${n}@fabrikam.example`,
      inviteRedirectUrl: "https://contoso.example/",
    },
    context,
  });
  if (status !== 201) throw new Error(`an invitation was answered with ${status}`);
  return (body as { invitedUser: { id: string } }).invitedUser.id;
}
