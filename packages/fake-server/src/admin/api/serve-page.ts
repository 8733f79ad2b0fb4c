/// <reference types="node" />

/** What the page is made of, by the end of its address, and as what each part is sent. */
const PARTS: Readonly<Record<string, string>> = {
  "page.html": "text/html; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
  "views.css": "text/css; charset=utf-8",
};

/** The page asks nobody but the fake, runs nothing but its own, and stands in no other. */
const POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src data:"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join("; ");

/** A part of the page to look at; read when it is asked for, so that a fake which nobody looks at is as quick. */
export async function servePage(part: string): Promise<Response> {
  const [{ readFile }, { createRequire }, { dirname, join }] = await Promise.all([
    import("node:fs/promises"),
    import("node:module"),
    import("node:path"),
  ]);
  // The package itself says where it is: the code that runs may have been bundled elsewhere.
  const root = dirname(createRequire(import.meta.url).resolve("@vestibule/fake-server/package.json"));
  const text = await readFile(join(root, "dist", "page", part), "utf8");
  return new Response(text, {
    headers: {
      "content-type": PARTS[part] ?? "text/plain",
      "content-security-policy": POLICY,
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    },
  });
}
