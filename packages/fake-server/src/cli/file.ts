/// <reference types="node" />
import { readFile, stat, writeFile } from "node:fs/promises";
import { readJson } from "../furnishing/index.ts";
import { UsageError } from "./usage-error.ts";

/** The text of a file. @throws Error that names it, and what it was given to */
export async function textIn(file: string, givenTo: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Error(`${givenTo}: ${file} cannot be read: ${(cause as Error).message}`, { cause });
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

/**
 * Where to write what happened: the file that was named, else the usual one, or another where that one is read. What
 * somebody goes by to see a failure again must not be lost to that.
 *
 * @throws UsageError where the one that was named is read
 */
export async function fileToWrite(
  named: string | undefined,
  usual: string,
  read: readonly (string | undefined)[],
): Promise<string> {
  const over = async (file: string) => {
    const isRead = await Promise.all(read.map((other) => other !== undefined && isSameFile(file, other)));
    return read[isRead.indexOf(true)];
  };
  if (named !== undefined) {
    const lost = await over(named);
    if (lost === undefined) return named;
    throw new UsageError(`--trace ${named} would overwrite ${lost}, which is read; name another file`);
  }
  for (const file of [usual, ...BESIDE]) if ((await over(file)) === undefined) return file;
  throw new UsageError(`--trace has to name a file: ${[usual, ...BESIDE].join(", ")} are read`);
}

const BESIDE = ["vestibule-fake.again.json", "vestibule-fake.again-2.json"];

/** Also by another path, or a link. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    // One of them is not there, and nothing can be lost.
    return false;
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
