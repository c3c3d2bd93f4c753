using DirectRoute.Core.Catalogue;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>The URI of an AWS integration: <c>arn:{partition}:apigateway:{region}:{subdomain.service|service}:path|action/...</c>.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Subdomain">What stands before the service, such as a bucket; null for nothing.</param>
/// <param name="Service">The first label of the service's host name, such as <c>sqs</c>.</param>
/// <param name="Path">The path of the call, with its query string; begins with a slash.</param>
/// <param name="Action">The action that is called by name; null when a path is called.</param>
internal sealed record ServiceUri(string Partition, string Region, string? Subdomain, string Service, string Path, string? Action)
{
    private const string PathPrefix = "path/";
    private const string ActionPrefix = "action/";

    /// <summary>The URI, or null when it is none.</summary>
    public static ServiceUri? Parse(string uri)
    {
        if (uri.Split(':', 6) is not ["arn", var partition, "apigateway", var region, var name, var call]) return null;
        if (region.Length == 0 || name.Length == 0) return null;
        var (subdomain, service) = Split(name);
        if (call.StartsWith(PathPrefix, StringComparison.Ordinal))
            return new ServiceUri(partition, region, subdomain, service, "/" + call[PathPrefix.Length..].TrimStart('/'), null);
        if (!call.StartsWith(ActionPrefix, StringComparison.Ordinal) || call.Length == ActionPrefix.Length) return null;
        var action = call[ActionPrefix.Length..];
        var end = action.IndexOf('&', StringComparison.Ordinal);
        return end < 0
            ? new ServiceUri(partition, region, subdomain, service, "/", action)
            : new ServiceUri(partition, region, subdomain, service, $"/?{action[(end + 1)..]}", action[..end]);
    }

    /// <summary>AWS's own host for the call. One action of Step Functions has a host of its own.</summary>
    public string Host => $"{(Subdomain is null ? "" : Subdomain + ".")}{(Action == "StartSyncExecution" ? "sync-" : "")}{Service}.{Region}.{Partitions.DnsSuffixOf(Partition)}";

    /// <summary>The service's name in signatures, where it differs from its host name.</summary>
    public string SigningName => Service switch
    {
        "email" => "ses",
        "runtime.sagemaker" => "sagemaker",
        _ => Service,
    };

    /// <summary>A subdomain stands before the last dot; SageMaker's runtime has a dot of its own.</summary>
    private static (string? Subdomain, string Service) Split(string name)
    {
        var dot = name == "runtime.sagemaker" ? -1 : name.LastIndexOf('.');
        return dot < 0 ? (null, name) : (name[..dot], name[(dot + 1)..]);
    }
}
