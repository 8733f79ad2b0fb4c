import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";

/** An application that starts a fake itself, and speaks to Graph as ever. */
const users = "https://graph.microsoft.us/v1.0/users";
const early = await fetch(users).catch(({ cause }) => cause.message);
const world = createWorld();
const tenant = world.cloud("usgov").tenant("contoso");
const { token } = await tenant.credential({ as: tenant.app("caller") }).getToken();
const server = await listen(world);
const headers = { authorization: `Bearer ${token}` };
const answer = await (await fetch(users, { headers })).json();
await server.close();
const late = await new Promise((resolve) => {
  fetch(users.replace(".us/", ".com/")).catch(({ cause }) => resolve(cause.message));
});
process.stdout.write(JSON.stringify({ early, context: answer["@odata.context"], late }));
