/// <reference types="node" />
import { spawn } from "node:child_process";
import { constants } from "node:os";
import type { Serving } from "./serving.ts";

/** A process of Node's gets to the fake by the preload; any other may use the rest. */
export function environmentOf({ ready }: Pick<Serving, "ready">): NodeJS.ProcessEnv {
  const preload = `--import ${import.meta.resolve("@vestibule/fake-server/register")}`;
  const { NODE_OPTIONS = "" } = process.env;
  return {
    ...process.env,
    VESTIBULE_FAKE: ready.graph,
    VESTIBULE_CA: ready.ca,
    ...(ready.tenant !== null && { VESTIBULE_TENANT: ready.tenant }),
    ...(ready.token !== null && { VESTIBULE_TOKEN: ready.token }),
    NODE_OPTIONS: `${NODE_OPTIONS} ${preload}`.trim(),
  };
}

/** How a command ended. */
export interface Ended {
  readonly code: number;
  /** Whether somebody has stopped it, and so this command too. */
  readonly wasStopped: boolean;
}

/** Runs a command to its end, and passes signals on to it. @throws Error where it cannot be run */
export function runCommand(
  env: NodeJS.ProcessEnv,
  [program = "", ...args]: readonly string[],
  stdio: "inherit" | "ignore",
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio, shell: process.platform === "win32" });
    let wasStopped = false;
    const pass = (signal: NodeJS.Signals) => {
      // Whoever asks twice is not heard by the command.
      child.kill(wasStopped ? "SIGKILL" : signal);
      wasStopped = true;
    };
    const leave = () => process.off("SIGINT", pass).off("SIGTERM", pass);
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.once("error", (cause) => {
      leave();
      reject(new Error(`${program} cannot be run: ${cause.message}`, { cause }));
    });
    child.once("close", (code, signal) => {
      leave();
      resolve({ code: code ?? (signal === null ? 1 : 128 + constants.signals[signal]), wasStopped });
    });
  });
}
