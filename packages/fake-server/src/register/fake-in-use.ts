/// <reference types="node" />
import { Agent, get } from "node:http";
import { noFakeAt, originOfFake } from "../fake-address.ts";
import { fakesOfThisProcess, type Reach } from "../same-process.ts";

/** The fake that everything is sent to. */
export interface FakeInUse extends Reach {
  readonly host: string;
}

const ANSWER_MS = 5_000;

/** The one that listens in this process; the newest, where there are several. */
export function fakeOfThisProcess(): FakeInUse | undefined {
  const newest = fakesOfThisProcess().fakes.at(-1);
  return newest && { ...newest, host: "127.0.0.1" };
}

/**
 * The one that listens at an address, as it describes itself.
 *
 * @throws Error, in one line, where there is none
 */
export async function fakeAt(address: string): Promise<FakeInUse> {
  const url = new URL(givenOrigin(address));
  const { hostname: host } = url;
  try {
    const { hosts, ca } = JSON.parse(await textAt(new URL("/_fake/reach", url))) as Partial<Reach>;
    if (!Array.isArray(hosts) || typeof ca !== "string") throw new Error("what answers there is no fake");
    return { host: host.replace(/^\[|\]$/g, ""), port: Number(url.port || 80), hosts, ca };
  } catch (cause) {
    throw new Error(`VESTIBULE_FAKE: ${noFakeAt(url.origin, reasonOf(cause))}`, { cause });
  }
}

function givenOrigin(address: string): string {
  try {
    const origin = originOfFake(address);
    if (origin.startsWith("http:")) return origin;
  } catch (cause) {
    throw new Error(`VESTIBULE_FAKE: ${(cause as TypeError).message}`, { cause });
  }
  throw new Error(
    "VESTIBULE_FAKE: a fake's address is such as http://127.0.0.1:4000: by http, and not by https",
  );
}

/** Past every proxy that the environment names. */
function textAt(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent: new Agent(), timeout: ANSWER_MS }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.once("end", () => resolve(text)).once("error", reject);
    });
    asked.once("error", reject);
    asked.once("timeout", () => asked.destroy(new Error(`no answer within ${ANSWER_MS / 1_000} s`)));
  });
}

function reasonOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return "what answers there is no fake";
  const { code, message } = cause as { readonly code?: string; readonly message: string };
  return code ?? message;
}
