/// <reference types="node" />
import { readFile, writeFile } from "node:fs/promises";
import { readJson } from "../furnishing/index.ts";
import { UsageError } from "./usage-error.ts";

/** The text of a file. @throws UsageError that names it, and what it was given to */
export async function textIn(file: string, givenTo: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new UsageError(`${givenTo}: ${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** What a file holds in JSON. @throws UsageError that names it */
export async function jsonIn(file: string, givenTo: string): Promise<unknown> {
  const text = await textIn(file, givenTo);
  try {
    return readJson(text);
  } catch (cause) {
    throw new UsageError(`${givenTo}: ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** What comes of what a file holds. @throws UsageError that names the file beside what is wrong with it */
export async function readAs<T>(file: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof TypeError || cause instanceof RangeError || cause instanceof UsageError))
      throw cause;
    throw new UsageError(`${file}: ${cause.message}`, { cause });
  }
}

/** Writes a value in JSON, for people to read as well. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
  } catch (cause) {
    throw new Error(`${file} cannot be written: ${(cause as Error).message}`, { cause });
  }
}
