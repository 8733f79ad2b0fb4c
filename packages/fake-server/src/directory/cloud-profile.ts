/** What the fake knows of a national cloud. Written from Microsoft's pages, not from the SDK. */
export interface CloudProfile {
  readonly id: string;
  /** Directories of one instance reach each other; others never do. */
  readonly instance: string;
  readonly graph: string;
  readonly login: string;
  readonly portal: string;
  /** The audience of a token, as the scope that asks for it. */
  readonly scope: string;
  /** The domain that every tenant has a name below. */
  readonly initialDomainSuffix: string;
  /** Who sends the invitation mail. */
  readonly mailSender: string;
}

/**
 * The clouds that are live.
 *
 * @see https://learn.microsoft.com/graph/deployments
 * @see https://learn.microsoft.com/entra/external-id/invitation-email-elements for the senders
 */
export const CLOUD_PROFILES: readonly CloudProfile[] = [
  {
    id: "public",
    instance: "microsoftonline.com",
    graph: "https://graph.microsoft.com",
    login: "https://login.microsoftonline.com",
    portal: "https://portal.azure.com",
    scope: "https://graph.microsoft.com/.default",
    initialDomainSuffix: "onmicrosoft.com",
    mailSender: "invites@microsoft.com",
  },
  {
    id: "usgov",
    instance: "microsoftonline.us",
    graph: "https://graph.microsoft.us",
    login: "https://login.microsoftonline.us",
    portal: "https://portal.azure.us",
    scope: "https://graph.microsoft.us/.default",
    initialDomainSuffix: "onmicrosoft.us",
    mailSender: "invites@azuread.us",
  },
  {
    id: "usgov-dod",
    instance: "microsoftonline.us",
    graph: "https://dod-graph.microsoft.us",
    login: "https://login.microsoftonline.us",
    portal: "https://portal.azure.us",
    scope: "https://dod-graph.microsoft.us/.default",
    initialDomainSuffix: "onmicrosoft.us",
    mailSender: "invites@azuread.us",
  },
  {
    id: "china",
    instance: "partner.microsoftonline.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    login: "https://login.partner.microsoftonline.cn",
    portal: "https://portal.azure.cn",
    scope: "https://microsoftgraph.chinacloudapi.cn/.default",
    initialDomainSuffix: "partner.onmschina.cn",
    mailSender: "Invites@oe.21vianet.com",
  },
];
