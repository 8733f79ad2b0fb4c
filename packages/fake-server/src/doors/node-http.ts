/// <reference types="node" />
/**
 * Node's own HTTP, past what an `import` of it does: that asks for everything that the module can give, and so loads a whole
 * `fetch` with HTTP/2 and TLS, which takes longer than all else until the fake answers.
 */
export const { createServer, maxHeaderSize, STATUS_CODES } = process.getBuiltinModule("node:http");
