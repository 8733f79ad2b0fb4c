export { type VouchedCertificate, vouchedCertificate } from "./authority.ts";
export { type Certificate, readCertificate } from "./certificate.ts";
export { digestOf, hasDigest } from "./digest.ts";
export { isSignedBy, type Members, readJwt } from "./jwt.ts";
export { SigningKey } from "./signing-key.ts";
