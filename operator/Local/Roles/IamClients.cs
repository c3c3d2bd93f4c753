using System.Collections.Concurrent;
using Amazon;
using Amazon.IdentityManagement;

namespace DirectRoute.Local.Roles;

/// <summary>Clients of IAM at the endpoint of services.</summary>
internal sealed class IamClients(LocalOptions options) : IDisposable
{
    /// <summary>A client waits for what it looks up, so it is told soon that nobody answers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly BaseCredentials credentials = new(options.Credentials);
    private readonly ConcurrentDictionary<string, AmazonIdentityManagementServiceClient> clients = new(StringComparer.Ordinal);

    /// <summary>IAM of a partition, with the gateway's own credentials.</summary>
    public IAmazonIdentityManagementService Of(string partition) =>
        clients.GetOrAdd(partition, p => new(credentials, Config(p)));

    /// <summary>The same with the credentials of a role's session; whoever asks disposes of it.</summary>
    public AmazonIdentityManagementServiceClient Of(ServiceCredentials session, string partition) =>
        new(BaseCredentials.Of(session), Config(partition));

    private AmazonIdentityManagementServiceConfig Config(string partition)
    {
        var config = new AmazonIdentityManagementServiceConfig { MaxErrorRetry = 1, Timeout = Patience };
        var region = partition switch
        {
            "aws-cn" => "cn-north-1",
            "aws-us-gov" => "us-gov-west-1",
            "aws-iso" => "us-iso-east-1",
            "aws-iso-b" => "us-isob-east-1",
            "aws-eusc" => "eusc-de-east-1",
            _ => "us-east-1",
        };
        if (options.Endpoint is ServiceEndpoint.Emulator emulator)
        {
            config.ServiceURL = emulator.Url.ToString();
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        return config;
    }

    public void Dispose()
    {
        foreach (var client in clients.Values) client.Dispose();
    }
}
