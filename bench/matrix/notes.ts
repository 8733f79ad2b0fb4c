/** What a reader of the matrix has to know to read its cells rightly. */
export const notes: readonly string[] = [
  "Checks 14 to 16: Vestibule sends such an invitation again without asking for a mail, since inviting the same address " +
    "twice changes nothing else; its result says that nobody knows whether the mail went out. A client that is told nothing " +
    "about an operation cannot do that, and passes by not sending it again.",
  "Check 13, ky: it sends a POST again only where its `methods` option names it.",
  "Check 17, Kiota: the request adapter of this version has no place for an `AbortSignal`. The Graph client and PnPjs take " +
    "one, and look at it when the wait is over.",
  "Checks 1, 14, 15 and 16, Azure core: its default policy treats all methods alike, and sends a refused request again " +
    "only where the service named a time.",
  "Checks 4 and 5, PnPjs: it reads `Retry-After` as whole seconds, so that 0.25 becomes 0 and a date becomes no wait. It is " +
    "measured with `GraphBrowser`, the set of behaviours that comes with the package itself.",
  "Check 18: without a budget for retries a client multiplies what a service that is down already has to refuse, by as " +
    "many attempts as a call may take.",
  "Check 19: the ideal is the time that a client would take that knew the limit.",
];
