import { describe, expect, test } from "vitest";
import { furnish } from "./portal.ts";
import { broughtBack, type Fields, PUBLIC, posted, REDIRECT } from "./sign-in.ts";

describe("the page", () => {
  const at = (tenant: string) => `${PUBLIC}/${tenant}/oauth2/v2.0/authorize`;
  const hiddenIn = (page: string): Fields =>
    Object.fromEntries(
      [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );

  test("asks who signs in where nobody is named, and brings back what the application sent", async () => {
    const { world, contoso, send, redeem } = furnish();
    const page = await send({ login_hint: "" });
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.text).toContain("<h1>Sign in to portal</h1>");
    expect(page.text).toContain('<label for="login_hint">');
    const filled = { ...hiddenIn(page.text), login_hint: "ada@contoso.example", answer: "approve" };
    const { code = "", state } = broughtBack(await posted(world, at(contoso.id), filled));
    expect([state, (await redeem(code)).status]).toEqual(["s-1", 200]);
  });

  test("lets a person cancel, or deny the second factor", async () => {
    const { world, contoso, send } = furnish();
    const fields = { ...hiddenIn((await send({ login_hint: "" })).text), login_hint: "ada@contoso.example" };
    const cancelled = broughtBack(await posted(world, at(contoso.id), { ...fields, answer: "cancel" }));
    expect([cancelled.error, cancelled.state]).toEqual(["access_denied", "s-1"]);
    contoso.requireMfa();
    const denied = await posted(world, at(contoso.id), { ...fields, answer: "deny" });
    expect([denied.status, denied.text]).toEqual([400, expect.stringContaining("AADSTS500121")]);
  });

  test("says so where nobody has that name, and asks again", async () => {
    const { send } = furnish();
    const page = await send({ login_hint: "nobody@contoso.example" });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('role="alert"')]);
  });

  test("writes nothing that was sent as markup", async () => {
    const { send } = furnish({});
    const page = await send({ login_hint: `"><script>1</script>`, state: `"><b>`, prompt: "login" });
    expect(page.text).not.toContain("<script>");
    expect(page.text).not.toContain("<b>");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test.each([
    ["an address that is not registered", { redirect_uri: "https://evil.example/" }, "AADSTS50011"],
    ["no address", { redirect_uri: "" }, "AADSTS900971"],
    ["an unknown application", { client_id: "33333333-0000-4000-8000-000000000000" }, "AADSTS700016"],
  ])("is all that is shown for %s: nobody is sent anywhere", async (_, changes, code) => {
    const { send } = furnish();
    const page = await send(changes);
    expect([page.status, page.headers.get("location")]).toEqual([400, null]);
    expect(page.text).toContain(code);
  });

  test.each([
    ["an answer that is not given", { response_type: "token" }, "unsupported_response_type"],
    ["no scope", { scope: "" }, "invalid_request"],
    ["a challenge that is too short", { code_challenge: "short" }, "invalid_request"],
    ["another cloud's Graph", { scope: "https://graph.microsoft.us/User.Read" }, "invalid_resource"],
    ["a prompt that is none", { prompt: "please" }, "invalid_request"],
    ["nobody, where nobody may be asked", { login_hint: "", prompt: "none" }, "login_required"],
  ])("is not shown for %s: the application is told", async (_, changes, error) => {
    const { send } = furnish();
    expect(broughtBack(await send(changes))).toMatchObject({ error, state: "s-1" });
  });

  test("goes back by the fragment, or by a form that sends itself", async () => {
    const { send } = furnish();
    const fragment = await send({ response_mode: "fragment" });
    expect(new URL(fragment.headers.get("location") ?? "").hash).toMatch(/^#code=fake-code-/);
    const form = await send({ response_mode: "form_post" });
    expect([form.status, hiddenIn(form.text).state]).toEqual([200, "s-1"]);
    expect(form.text).toContain(`action="${REDIRECT}"`);
  });
});

test("a user who signs out is sent back to an address of an application's own, and to no other", async () => {
  const { world, contoso } = furnish();
  const out = (to: string) =>
    posted(world, `${PUBLIC}/${contoso.id}/oauth2/v2.0/logout`, { post_logout_redirect_uri: to });
  expect((await out(REDIRECT)).headers.get("location")).toBe(REDIRECT);
  const elsewhere = await out("https://evil.example/");
  expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([200, null]);
});
