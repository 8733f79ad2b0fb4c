export { type RegisterB2BOptions, registerB2B } from "./register-b2b.ts";
export { B2B_CLIENT, B2B_CLOCK, B2B_CREDENTIAL, B2B_RANDOM, B2B_TRANSPORT } from "./tokens.ts";
