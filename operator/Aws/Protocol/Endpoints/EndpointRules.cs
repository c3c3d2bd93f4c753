using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace DirectRoute.Aws.Protocol.Endpoints;

/// <summary>
/// The endpoint rules that AWS publishes for most services: <c>{prefix}[-fips].{region}.{suffix of the partition}</c>, or the endpoint that
/// the user configured. A service with hosts of its own overrides <see cref="Special"/>.
/// </summary>
internal class EndpointRules(string prefix) : IEndpointProvider
{
    /// <exception cref="AmazonClientException">No endpoint follows from the configuration; the message says which part of it is wrong.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var input = (StandardEndpointParameters)parameters;
        if (!string.IsNullOrEmpty(input.ServiceUrl)) return Configured(input);
        if (string.IsNullOrEmpty(input.Region)) throw new AmazonClientException("Invalid Configuration: Missing Region");
        var partition = Fn.Partition(input.Region) ?? throw new AmazonClientException($"No partition has the region '{input.Region}'.");
        return Special(partition.name, input) ?? Regional(partition, input);
    }

    /// <summary>The endpoint of a partition that does not follow the pattern; null when it does.</summary>
    protected virtual Endpoint? Special(string partition, StandardEndpointParameters input) => null;

    private static Endpoint Configured(StandardEndpointParameters input)
    {
        if (input.UseFips) throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        if (input.UseDualStack) throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
        return new Endpoint(input.ServiceUrl);
    }

    private Endpoint Regional(Partition partition, StandardEndpointParameters input)
    {
        if (input.UseFips && !partition.supportsFIPS)
            throw new AmazonClientException($"FIPS is enabled but partition {partition.name} does not support FIPS");
        if (input.UseDualStack && !partition.supportsDualStack)
            throw new AmazonClientException($"DualStack is enabled but partition {partition.name} does not support DualStack");
        var host = input.UseFips ? $"{prefix}-fips" : prefix;
        var suffix = input.UseDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{input.Region}.{suffix}");
    }
}
