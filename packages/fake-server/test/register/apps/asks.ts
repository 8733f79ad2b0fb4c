import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { connect } from "node:tls";
import { Agent, ProxyAgent, request } from "undici";

type Ask = (url: string) => Promise<unknown>;

const headers = { authorization: `Bearer ${process.env.TOKEN}` };

const byNode =
  (get: typeof https.get, options: https.RequestOptions = {}): Ask =>
  (url) =>
    new Promise((resolve, reject) => {
      get(url, { ...options, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).once("error", reject);
    });

/** Each way in which an application may ask; the first argument names it. */
const WAYS: Readonly<Record<string, Ask>> = {
  fetch: async (url) => (await fetch(url, { headers })).status,
  "node:https": byNode(https.get),
  "node:https with an agent": byNode(https.get, { agent: new https.Agent({ keepAlive: true }) }),
  "node:https with an own authority": byNode(https.get, { ca: "of another" }),
  "node:http": byNode(http.get),
  undici: async (url) => (await request(url, { headers })).statusCode,
  "undici with an agent": async (url) =>
    (await request(url, { headers, dispatcher: new Agent() })).statusCode,
  "undici through a proxy": async (url) => {
    const dispatcher = new ProxyAgent(process.env.PROXY ?? "");
    return (await request(url, { headers, dispatcher })).statusCode;
  },
  "node:tls": (url) =>
    new Promise((resolve, reject) => {
      const socket = connect(443, new URL(url).hostname, {}, () => {
        resolve(socket.getPeerX509Certificate()?.subject);
        socket.destroy();
      });
      socket.once("error", reject);
    }),
  "node:http2": (url) =>
    new Promise((resolve, reject) => {
      http2.connect(url, resolve).once("error", reject);
    }),
};

const [, , ways = "", url = ""] = process.argv;
const results: Record<string, unknown> = {};
for (const way of JSON.parse(ways) as string[]) {
  results[way] = await WAYS[way]?.(url).catch((error) => error.cause?.code ?? error.code ?? String(error));
}
process.stdout.write(JSON.stringify(results), () => process.exit());
