import { type InvitationRequest, invite } from "../../directory/index.ts";
import { profileOf } from "../../schema/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";

const INVITATION: Shape = {
  invitedUserEmailAddress: "string",
  inviteRedirectUrl: "string",
  invitedUserDisplayName: "string?",
  invitedUserType: "string?",
  sendInvitationMessage: "boolean?",
  resetRedemption: "boolean?",
  invitedUserMessageInfo: "object?",
  invitedUser: "object?",
  invitedUserSponsors: "objects",
};
const MESSAGE_INFO: Shape = {
  customizedMessageBody: "string?",
  messageLanguage: "string?",
  ccRecipients: "objects",
};
const RECIPIENT: Shape = { emailAddress: "object?" };
const EMAIL_ADDRESS: Shape = { name: "string?", address: "string?" };

/** Only POST works, though the service's own metadata knows more verbs; a GET answers with a web server's page. */
export const invitationRoutes: readonly Route[] = [
  {
    path: "/invitations",
    methods: {
      POST({ directory, access, caller, request }) {
        const body = readBody(request.body, "invitation", INVITATION, profileOf(directory.cloud.id));
        const wanted = requestOf(body);
        const issued = invite(directory, access, caller, wanted);
        return { status: 201, body: invitationBody(request, wanted, issued) };
      },
      GET() {
        throw new GraphError(
          404,
          "UnknownError",
          "<html><head><title>404</title></head><body>File or directory not found.</body></html>",
        );
      },
    },
  },
];

function requestOf(body: Body): InvitationRequest {
  const invitedUserType = text(body, "invitedUserType") ?? "Guest";
  if (invitedUserType !== "Guest" && invitedUserType !== "Member")
    throw badRequest("Invalid value for invitedUserType.");
  const redirect = required(body, "inviteRedirectUrl");
  const url = URL.parse(redirect);
  // A guest's browser goes there: what would run in it instead is no place to go to.
  if (url === null || !/^https?:$/.test(url.protocol))
    throw badRequest("Invalid value specified for property 'inviteRedirectUrl'.");
  return {
    invitedUserEmailAddress: required(body, "invitedUserEmailAddress"),
    inviteRedirectUrl: url.href,
    invitedUserDisplayName: text(body, "invitedUserDisplayName"),
    invitedUserType,
    sendInvitationMessage: body.sendInvitationMessage === true,
    message: messageOf(body),
    ...whoIsMeant(body),
    sponsorIds: ((body.invitedUserSponsors ?? []) as readonly Body[]).map((sponsor) =>
      required(readBody(sponsor, "directoryObject", { id: "string" }), "id"),
    ),
  };
}

/** Whom `invitedUser` names: a guest who is to redeem anew, or an account that is invited itself. */
function whoIsMeant(body: Body): Pick<InvitationRequest, "resetOf" | "accountId"> {
  const isReset = body.resetRedemption === true;
  if (!isReset && !body.invitedUser) return { resetOf: null, accountId: null };
  const id = required(readBody(body.invitedUser ?? {}, "user", { id: "string" }), "id");
  return isReset ? { resetOf: id, accountId: null } : { resetOf: null, accountId: id };
}

/** Further recipients of a copy are dropped without a word, as the service does. */
function messageOf(body: Body): InvitationRequest["message"] {
  if (!body.invitedUserMessageInfo) return { text: null, language: null, cc: null };
  const info = readBody(body.invitedUserMessageInfo, "invitedUserMessageInfo", MESSAGE_INFO);
  const [first] = (info.ccRecipients ?? []) as readonly Body[];
  const recipient = first && readBody(first, "recipient", RECIPIENT);
  const address = recipient?.emailAddress
    ? readBody(recipient.emailAddress, "emailAddress", EMAIL_ADDRESS)
    : undefined;
  return {
    text: text(info, "customizedMessageBody"),
    language: text(info, "messageLanguage"),
    cc: address ? text(address, "address") : null,
  };
}

function invitationBody(
  { origin, version }: RouteContext["request"],
  wanted: InvitationRequest,
  issued: ReturnType<typeof invite>,
): Body {
  return {
    "@odata.context": `${origin}/${version}/$metadata#invitations/$entity`,
    id: issued.id,
    inviteRedeemUrl: issued.redeemUrl,
    invitedUserDisplayName: wanted.invitedUserDisplayName,
    invitedUserType: wanted.invitedUserType,
    invitedUserEmailAddress: wanted.invitedUserEmailAddress,
    sendInvitationMessage: wanted.sendInvitationMessage,
    resetRedemption: wanted.resetOf !== null,
    inviteRedirectUrl: wanted.inviteRedirectUrl,
    status: issued.status,
    invitedUserMessageInfo: {
      messageLanguage: wanted.message.language,
      customizedMessageBody: wanted.message.text,
      // Where nobody gets a copy the service shows one entry of nulls.
      ccRecipients: [{ emailAddress: { name: null, address: wanted.message.cc } }],
    },
    invitedUser: { id: issued.userId },
  };
}

function required(body: Body, name: string): string {
  const value = text(body, name);
  if (value === null || value === "")
    throw badRequest(`The required property '${name}' is missing or empty.`);
  return value;
}

function text(body: Body, name: string): string | null {
  const value = body[name];
  return typeof value === "string" ? value : null;
}
