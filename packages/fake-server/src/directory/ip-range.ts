const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** Whether a text is a range of addresses in CIDR notation: `192.0.2.0/24`, `2001:db8::/32`. */
export function isRange(text: string): boolean {
  const [, address = "", length = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  if (IPV4.test(address)) return Number(length) <= 32;
  return isIpv6(address) && Number(length) <= 128;
}

/** A URL's host is the one place where every runtime knows how they are written. */
function isIpv6(address: string): boolean {
  return address.includes(":") && !/[[\]%]/.test(address) && URL.canParse(`http://[${address}]/`);
}
