import { digestOf } from "../cryptography/index.ts";

/** What a person sees, all of it marked as what it is. */
function pageOf(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} (fake directory)</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem; }
input, button { font: inherit; padding: 0.4rem 0.7rem; margin: 0.2rem 0.4rem 0.2rem 0; }
</style>
</head>
<body>
<main>
<p>This is a fake directory for tests. Enter no real password anywhere on this page: it asks for none.</p>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

/** What a person is asked when an application sends them to sign in. */
export interface SignInQuestion {
  /** The application, by name; `undefined` where the tenant that knows it is not known yet. */
  readonly app: string | undefined;
  /** Where the answer is sent. */
  readonly action: string;
  /** What the application has sent, to come back with the answer. */
  readonly kept: Iterable<readonly [string, string]>;
  readonly hint: string | undefined;
  /** What was wrong with the last answer. */
  readonly problem: string | undefined;
}

/** The page on which a person says who signs in, and whether a second factor is approved. */
export function signInPage({ app, action, kept, hint, problem }: SignInQuestion): string {
  const hidden = [...kept].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const alert = problem === undefined ? "" : `<p id="problem" role="alert">${escaped(problem)}</p>`;
  const invalid = problem === undefined ? "" : ' aria-invalid="true" aria-describedby="problem"';
  return pageOf(
    app === undefined ? "Sign in" : `Sign in to ${app}`,
    `${alert}
<form method="post" action="${escaped(action)}">
${hidden.join("\n")}
<p><label for="login_hint">User name or address</label><br>
<input id="login_hint" name="login_hint" type="text" autocomplete="username" required value="${escaped(hint ?? "")}"${invalid}></p>
<p><button name="answer" value="approve">Sign in, and approve every prompt</button>
<button name="answer" value="deny">Sign in, and deny the second factor</button>
<button name="answer" value="cancel" formnovalidate>Cancel</button></p>
</form>`,
  );
}

/** What a person sees who cannot be sent back to the application. */
export function errorPage(text: string): string {
  return pageOf("Sign-in failed", `<p role="alert">${escaped(text)}</p>`);
}

/** What a person sees who has signed out. */
export function signedOutPage(): string {
  return pageOf("Signed out", "<p>You have signed out of your account.</p>");
}

const SUBMIT = "document.forms[0].submit();";

/** The one script that runs on a page of ours, as a policy names it. */
export const SUBMIT_SOURCE = `'sha256-${digestOf(SUBMIT).replaceAll("-", "+").replaceAll("_", "/")}='`;

/** A page that sends its fields on to the application by itself, or by a button where scripts do not run. */
export function postingPage(to: string, fields: Iterable<readonly [string, string]>): string {
  const hidden = [...fields].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return pageOf(
    "Back to the application",
    `<form method="post" action="${escaped(to)}">
${hidden.join("\n")}
<p><button>Continue</button></p>
</form>
<script>${SUBMIT}</script>`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
