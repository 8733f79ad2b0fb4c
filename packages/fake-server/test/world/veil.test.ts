import { createWorld } from "@vestibule/fake-server";
import { expect, test } from "vitest";

const secret = "it's a/secret of contoso";

/** An application shows its secret, a token, a code and a link to Graph wherever an address has room for it. */
async function openCareless() {
  const world = createWorld({ seed: 7 });
  const contoso = world.cloud("public").tenant("contoso");
  const fabrikam = world.cloud("public").tenant("fabrikam");
  contoso.app("inviter", { secret });
  const app = fabrikam.app("reader");
  const [{ token }, { token: other }] = [
    await fabrikam.credential({ as: app }).getToken(),
    await contoso.credential({ as: contoso.app("inviter") }).getToken(),
  ];
  const ask = async (path: string, id = "a-name-of-its-own", init: RequestInit = {}) => {
    const headers = {
      ...{ authorization: `Bearer ${token}`, "client-request-id": id },
      "content-type": "application/json",
    };
    return world.fetch(`https://graph.microsoft.com/v1.0${path}`, { ...init, headers });
  };
  const body = JSON.stringify({
    invitedUserEmailAddress: "ada@woodgrove.example",
    inviteRedirectUrl: "https://app.example/",
  });
  const invited = await ask("/invitations", other, { method: "POST", body });
  const { inviteRedeemUrl: link } = (await invited.json()) as { inviteRedeemUrl: string };
  const ticket = /ticket%3d([0-9a-f]{32})/.exec(link)?.[1] ?? "";
  return { world, fabrikam, token, other, link, ticket, ask };
}

const QUOTED = secret.replaceAll("'", "''");
const JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";

test("whatever lets somebody in is in no request, commit, remark or snapshot, wherever a client has put it", async () => {
  const { world, fabrikam, token, other, link, ticket, ask } = await openCareless();
  await ask(`/users/${token}`);
  await ask(`/users/${encodeURIComponent(secret)}`);
  await ask(`/users?q=${encodeURIComponent(secret)}`, secret);
  await ask(`/users?$filter=${encodeURIComponent(`displayName eq '${QUOTED}'`)}`);
  await ask(`/users?$search="displayName:${other}"`, JWT);
  await ask(`/users/${ticket}?page=${encodeURIComponent(link)}`, ticket);
  await ask(`/users/${encodeURIComponent(link)}`);
  await ask(`/users?client_secret=nobody-knows-it&code=12345678&$top=5`);
  await ask(`/users?$count=true&$filter=endsWith(mail,'a')`, token);
  const { requests, log, conduct } = fabrikam;
  const { remarks } = conduct;
  expect(remarks.length).toBeGreaterThan(0);
  expect(requests).toHaveLength(10);
  expect(requests[3]).toMatchObject({ path: "/v1.0/users", query: { q: "…" }, correlationId: "…" });
  expect(requests[4]).toMatchObject({ query: { $filter: "displayName eq '…'" } });
  expect(requests[8]).toMatchObject({ query: { client_secret: "…", code: "…", $top: "5" } });
  expect(log.at(-1)).toMatchObject({ operation: "invitations.create", correlationId: "…" });
  const text = JSON.stringify([requests, log, remarks, world.snapshot()]);
  const spellings = [secret, QUOTED, encodeURIComponent(secret), "nobody-knows-it", "12345678"];
  for (const one of [token, other, JWT, ticket, ...spellings]) expect(text).not.toContain(one);
});

test("what is no secret is shown as it was sent, a trace id of 32 digits among it", async () => {
  const { fabrikam, ask } = await openCareless();
  const id = "0af7651916cd43dd8448eb211c80319c";
  const filter = "startsWith(displayName,'it')";
  await ask(`/users?$filter=${encodeURIComponent(filter)}&$skiptoken=RFN0`, id);
  expect(fabrikam.requests.at(-1)).toMatchObject({
    ...{ path: "/v1.0/users", correlationId: id },
    query: { $filter: filter, $skiptoken: "RFN0" },
  });
});
