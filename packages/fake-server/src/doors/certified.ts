import { type VouchedCertificate, vouchedCertificate } from "../cryptography/index.ts";

const OWN_MACHINE = ["localhost", "127.0.0.1", "::1"];

/** The certificate of a server that answers for all of `names`: made when it is first asked for, and then the same. */
export function certifiedOnce(names: readonly string[]): () => Promise<VouchedCertificate> {
  let made: Promise<VouchedCertificate> | undefined;
  return () => {
    made ??= vouchedCertificate([...OWN_MACHINE, ...names]);
    return made;
  };
}
