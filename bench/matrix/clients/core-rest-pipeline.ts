import {
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
  type HttpMethods,
  type PipelineRequest,
  RestError,
} from "@azure/core-rest-pipeline";
import { GRAPH, type InvitationBody, type MeasuredClient, TOKEN } from "../client.ts";

/** It has no option for a fetch; what carries its requests is an `HttpClient`. */
export const coreRestPipeline: MeasuredClient = {
  takesSignal: true,
  open(fetch) {
    const pipeline = createPipelineFromOptions({});
    const carrier = httpClient(fetch);
    async function send(method: HttpMethods, path: string, body?: InvitationBody, abortSignal?: AbortSignal) {
      const request = createPipelineRequest({
        url: `${GRAPH}${path}`,
        method,
        headers: createHttpHeaders({
          authorization: `Bearer ${TOKEN}`,
          accept: "application/json",
          ...(body && { "content-type": "application/json" }),
        }),
        ...(body && { body: JSON.stringify(body) }),
        ...(abortSignal && { abortSignal }),
      });
      const response = await pipeline.sendRequest(carrier, request);
      // The pipeline resolves for every status: the clients generated on top of it throw.
      if (response.status >= 400) throw new RestError(`answered with ${response.status}`, { response });
      return JSON.parse(response.bodyAsText ?? "");
    }
    return {
      readUser: (id, signal) => send("GET", `/users/${id}`, undefined, signal),
      invite: (invitation) => send("POST", "/invitations", invitation),
    };
  },
};

/** Tells the pipeline of a failure as its own client for Node does: a `RestError` with the code of the system. */
function httpClient(fetch: typeof globalThis.fetch): HttpClient {
  return {
    async sendRequest(request) {
      const response = await fetch(request.url, initOf(request)).catch((error: Error) => {
        const code = (error.cause as { code?: string } | undefined)?.code;
        throw code === undefined ? error : new RestError(error.message, { code, request });
      });
      const headers = createHttpHeaders(Object.fromEntries(response.headers));
      return { request, headers, status: response.status, bodyAsText: await response.text() };
    },
  };
}

function initOf({ method, headers, body, abortSignal }: PipelineRequest): RequestInit {
  return {
    method,
    headers: headers.toJSON(),
    ...(typeof body === "string" && { body }),
    ...(abortSignal && { signal: abortSignal as AbortSignal }),
  };
}
