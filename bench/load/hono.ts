/** The same out of a framework that is known to be quick: Hono finds the route, and the answer is ready in a Map. */
import { type HttpBindings, serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { type Kept, serveKept } from "./kept.ts";

serveKept((kept) => {
  const answers = new Map(kept);
  const reply = ({ env }: Context<{ Bindings: HttpBindings }>) => {
    const { method, url } = env.incoming;
    const [status, headers, text] = answers.get(`${method} ${url}`) as Kept;
    return new Response(text === "" ? null : text, { status, headers: headers as [string, string][] });
  };
  const replyToJson = async (context: Context<{ Bindings: HttpBindings }>) => {
    await context.req.json();
    return reply(context);
  };
  const app = new Hono<{ Bindings: HttpBindings }>()
    .get("/v1.0/users", reply)
    .get("/v1.0/users/:id", reply)
    .get("/v1.0/users/:id/memberOf", reply)
    .patch("/v1.0/users/:id", replyToJson)
    .post("/v1.0/invitations", replyToJson);
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve(port));
  });
});
