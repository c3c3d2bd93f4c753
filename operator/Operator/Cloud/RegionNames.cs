using Amazon;

namespace DirectRoute.Operator.Cloud;

/// <summary>What things are called in a region: partition, host names, ARNs.</summary>
internal sealed class RegionNames(string region)
{
    private readonly RegionEndpoint endpoint = RegionEndpoint.GetBySystemName(region);

    public string Name => region;

    public string Partition => endpoint.PartitionName;

    /// <summary>The address that serves a REST API, which AWS does not tell.</summary>
    public string RestEndpoint(string apiId) => $"https://{apiId}.execute-api.{region}.{endpoint.PartitionDnsSuffix}";

    /// <summary>The ARN by which a REST API is tagged.</summary>
    public string RestApiArn(string apiId) => $"arn:{Partition}:apigateway:{region}::/restapis/{apiId}";

    /// <summary>The ARN by which an HTTP API is tagged.</summary>
    public string HttpApiArn(string apiId) => $"arn:{Partition}:apigateway:{region}::/apis/{apiId}";
}
