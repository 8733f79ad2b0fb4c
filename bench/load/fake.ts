/** The fake that is measured, in a process of its own. Tells where it is, and how much it holds when it is asked. */
import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";

const MEMBERS = 2_000;
const GROUP_MEMBERS = 100;
/** More at once Graph does not take. */
const AT_ONCE = 20;

const world = createWorld({ seed: 1 });
const tenant = world.cloud("public").tenant("contoso").domain("contoso.example").members(MEMBERS);
const ids = tenant.log[0]?.ids ?? [];
const { id: groupId } = tenant.group("everybody");
const permissions = [
  "User.ReadWrite.All",
  "User.Invite.All",
  "GroupMember.ReadWrite.All",
  "Directory.Read.All",
];
const { token } = await tenant.credential({ as: tenant.app("bench", { permissions }) }).getToken();
for (let at = 0; at < GROUP_MEMBERS; at += AT_ONCE) await join(ids.slice(at, at + AT_ONCE));
const { port } = await listen(world);
process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
process.once("disconnect", () => process.exit());
process.send?.({ port, token, ids });

async function join(members: readonly string[]): Promise<void> {
  const bind = members.map((id) => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`);
  const response = await world.fetch(`https://graph.microsoft.com/v1.0/groups/${groupId}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ "members@odata.bind": bind }),
  });
  if (!response.ok) throw new Error(await response.text());
}
