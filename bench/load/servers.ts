import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";

/** What a fake says when it is ready. */
export interface Answering {
  readonly port: number;
  readonly token: string;
  readonly ids: readonly string[];
}

const IS_SEPARATE = process.platform === "linux" && availableParallelism() > 1;

/** Starts a server of this folder on the first core, where the machine can be told so. */
export function started(file: string): ChildProcess {
  const node = [process.execPath, "--expose-gc", join(import.meta.dirname, file)];
  const [command = "", ...args] = IS_SEPARATE ? ["taskset", "-c", "0", ...node] : node;
  return spawn(command, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

/** Puts this process on the second core. */
export async function besideTheServers(): Promise<void> {
  if (!IS_SEPARATE) return;
  await once(spawn("taskset", ["-pc", "1", String(process.pid)], { stdio: "ignore" }), "close");
}

export async function heard<Message>(child: ChildProcess): Promise<Message> {
  const [message] = await once(child, "message");
  return message as Message;
}
