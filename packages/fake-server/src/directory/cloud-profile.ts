/** What the fake knows of a national cloud. Written from Microsoft's pages, not from the SDK. */
export interface CloudProfile {
  readonly id: string;
  /** Directories of one instance reach each other; others never do. */
  readonly instance: string;
  readonly graph: string;
  readonly login: string;
  /** Other origins that the login service answers at. */
  readonly loginAliases: readonly string[];
  readonly portal: string;
  /** The audience of a token, as the scope that asks for it. */
  readonly scope: string;
  /** The domain that every tenant has a name below. */
  readonly initialDomainSuffix: string;
  /** Who sends the invitation mail. */
  readonly mailSender: string;
  /** What the login service says of a tenant's cloud to anybody who asks. */
  readonly published: PublishedCloud;
  /** Who may invite in a new directory. */
  readonly invitesFromAtFirst: "none" | "everyone";
  /** Whether its directories take guests with a personal account: Microsoft's, Google's, or a code sent by mail. */
  readonly takesPersonalAccounts: boolean;
  /** Whether a tenant has B2B collaboration at all. */
  readonly collaborates: boolean;
}

/** The part of a tenant's OpenID configuration that tells its cloud. */
export interface PublishedCloud {
  readonly tenant_region_scope: string;
  /** Absent where there is no more to say: commercial tenants, and China. */
  readonly tenant_region_sub_scope?: string;
  readonly cloud_graph_host_name: string;
  readonly msgraph_host: string;
  readonly rbac_url: string;
}

/**
 * The clouds that are live. A region is documented for the government's tenants alone; that of China, and the addresses
 * beside Graph's, are as people have seen them.
 *
 * @see https://learn.microsoft.com/graph/deployments
 * @see https://learn.microsoft.com/entra/external-id/invitation-email-elements for the senders
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds for `tenant_region_scope`, and for guests' accounts
 * @see https://learn.microsoft.com/graph/api/resources/authorizationpolicy for who may invite at first; of China it is assumed
 */
export const CLOUD_PROFILES: readonly CloudProfile[] = [
  {
    id: "public",
    instance: "microsoftonline.com",
    graph: "https://graph.microsoft.com",
    login: "https://login.microsoftonline.com",
    loginAliases: ["https://login.windows.net", "https://login.microsoft.com", "https://sts.windows.net"],
    portal: "https://portal.azure.com",
    scope: "https://graph.microsoft.com/.default",
    initialDomainSuffix: "onmicrosoft.com",
    mailSender: "invites@microsoft.com",
    published: {
      tenant_region_scope: "WW",
      cloud_graph_host_name: "graph.windows.net",
      msgraph_host: "graph.microsoft.com",
      rbac_url: "https://pas.windows.net",
    },
    invitesFromAtFirst: "everyone",
    takesPersonalAccounts: true,
    collaborates: true,
  },
  {
    id: "usgov",
    instance: "microsoftonline.us",
    graph: "https://graph.microsoft.us",
    login: "https://login.microsoftonline.us",
    loginAliases: ["https://login.usgovcloudapi.net"],
    portal: "https://portal.azure.us",
    scope: "https://graph.microsoft.us/.default",
    initialDomainSuffix: "onmicrosoft.us",
    mailSender: "invites@azuread.us",
    published: {
      tenant_region_scope: "USGov",
      tenant_region_sub_scope: "DODCON",
      cloud_graph_host_name: "graph.microsoftazure.us",
      msgraph_host: "graph.microsoft.us",
      rbac_url: "https://pasff.usgovcloudapi.net",
    },
    invitesFromAtFirst: "none",
    takesPersonalAccounts: true,
    collaborates: true,
  },
  {
    id: "usgov-dod",
    instance: "microsoftonline.us",
    graph: "https://dod-graph.microsoft.us",
    login: "https://login.microsoftonline.us",
    loginAliases: ["https://login.usgovcloudapi.net"],
    portal: "https://portal.azure.us",
    scope: "https://dod-graph.microsoft.us/.default",
    initialDomainSuffix: "onmicrosoft.us",
    mailSender: "invites@azuread.us",
    published: {
      tenant_region_scope: "USGov",
      tenant_region_sub_scope: "DOD",
      cloud_graph_host_name: "graph.microsoftazure.us",
      msgraph_host: "dod-graph.microsoft.us",
      rbac_url: "https://pasff.usgovcloudapi.net",
    },
    invitesFromAtFirst: "none",
    takesPersonalAccounts: true,
    collaborates: true,
  },
  {
    id: "china",
    instance: "partner.microsoftonline.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    login: "https://login.partner.microsoftonline.cn",
    loginAliases: ["https://login.chinacloudapi.cn"],
    portal: "https://portal.azure.cn",
    scope: "https://microsoftgraph.chinacloudapi.cn/.default",
    initialDomainSuffix: "partner.onmschina.cn",
    mailSender: "Invites@oe.21vianet.com",
    published: {
      tenant_region_scope: "CN",
      cloud_graph_host_name: "graph.chinacloudapi.cn",
      msgraph_host: "microsoftgraph.chinacloudapi.cn",
      rbac_url: "https://pas.chinacloudapi.cn",
    },
    invitesFromAtFirst: "everyone",
    takesPersonalAccounts: false,
    collaborates: true,
  },
];
