import {
  type AccessTokenProvider,
  AllowedHostsValidator,
  BaseBearerTokenAuthenticationProvider,
  HttpMethod,
  RequestInformation,
} from "@microsoft/kiota-abstractions";
import { FetchRequestAdapter, HttpClient } from "@microsoft/kiota-http-fetchlibrary";
import { GRAPH, type MeasuredClient, TOKEN } from "../client.ts";

const tokens: AccessTokenProvider = {
  getAuthorizationToken: async () => TOKEN,
  getAllowedHostsValidator: () => new AllowedHostsValidator(),
};

/** What a generated client does below its surface: request information, sent by the adapter with its default middleware. */
export const kiota: MeasuredClient = {
  takesSignal: false,
  open(fetch) {
    const adapter = new FetchRequestAdapter(
      new BaseBearerTokenAuthenticationProvider(tokens),
      undefined,
      undefined,
      // Handed over alone, the function comes with the default middleware in front of it.
      new HttpClient((url, init) => fetch(url, init as RequestInit)),
    );
    const send = (request: RequestInformation) => {
      request.headers.add("accept", "application/json");
      return adapter.sendPrimitive(request, "ArrayBuffer", undefined);
    };
    return {
      readUser: (id) => send(requestTo(HttpMethod.GET, `/users/${id}`)),
      invite(invitation) {
        const request = requestTo(HttpMethod.POST, "/invitations");
        request.setStreamContent(
          new TextEncoder().encode(JSON.stringify(invitation)).buffer,
          "application/json",
        );
        return send(request);
      },
    };
  },
};

function requestTo(method: HttpMethod, path: string): RequestInformation {
  const request = new RequestInformation(method);
  request.URL = `${GRAPH}${path}`;
  return request;
}
