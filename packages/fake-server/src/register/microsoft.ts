/**
 * The domains below which Microsoft's services have their hosts, customers' among them. Whatever is not here is taken for
 * somebody else's.
 *
 * @see https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges
 * @see https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure#guidance-for-developers
 * @see https://learn.microsoft.com/azure/china/resources-developer-guide
 */
const DOMAINS: ReadonlySet<string> = new Set([
  ...["microsoft.com", "microsoftonline.com", "microsoftonline-p.com", "onmicrosoft.com", "windows.net"],
  ...[
    "msauth.net",
    "msauthimages.net",
    "msftauth.net",
    "msftauthimages.net",
    "msidentity.com",
    "msftidentity.com",
  ],
  ...["azure.com", "azure.net", "azure-api.net", "azurewebsites.net", "azurefd.net", "trafficmanager.net"],
  ...["office.com", "office.net", "office365.com", "outlook.com", "live.com", "live.net", "hotmail.com"],
  ...[
    "sharepoint.com",
    "skype.com",
    "teams.com",
    "dynamics.com",
    "powerbi.com",
    "visualstudio.com",
    "aka.ms",
  ],
  ...[
    "applicationinsights.io",
    "cloud.microsoft",
    "ciamlogin.com",
    "b2clogin.com",
    "activedirectory.windowsazure.com",
  ],
  ...[
    "microsoft.us",
    "microsoftonline.us",
    "onmicrosoft.us",
    "microsoftazure.us",
    "azure.us",
    "office365.us",
  ],
  ...["usgovcloudapi.net", "windowsazure.us", "sharepoint.us", "azurewebsites.us", "apps.mil"],
  ...[
    "chinacloudapi.cn",
    "microsoftonline.cn",
    "onmschina.cn",
    "azure.cn",
    "windowsazure.cn",
    "office365.cn",
  ],
  ...["outlook.cn", "sharepoint.cn", "azure-api.cn", "chinacloudsites.cn"],
]);

/** Whether a host, by its name in lower case, is Microsoft's. */
export function isMicrosofts(host: string): boolean {
  const labels = host.split(".");
  return labels.some((_, at) => DOMAINS.has(labels.slice(at).join(".")));
}
