/** What `serve` does, and no more: a world with a tenant, a token for it, and a line once it listens. */
import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";

const world = createWorld();
const tenant = world.cloud("public").tenant("contoso");
const { token } = await tenant.credential({ as: tenant.app("caller") }).getToken();
const server = await listen(world);
const { origin, secureOrigin } = server;
const ca = process.argv.includes("--with-authority") ? await server.authority() : undefined;
process.stdout.write(`${JSON.stringify({ origin, secureOrigin, token, ca })}\n`);
