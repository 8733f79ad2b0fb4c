export { type Certificate, readCertificate } from "./certificate.ts";
export { digestOf, hasDigest } from "./digest.ts";
export { isSignedBy, type Jwt, type Members, readJwt } from "./jwt.ts";
export { type PublicKey, SigningKey } from "./signing-key.ts";
