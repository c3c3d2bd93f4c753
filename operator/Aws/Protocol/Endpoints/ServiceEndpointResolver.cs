using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace DirectRoute.Aws.Protocol.Endpoints;

/// <summary>Gives a request the endpoint that its service's rules name.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint?.SystemName);

    /// <summary>The inputs of the rules.</summary>
    /// <param name="config">The client's configuration.</param>
    /// <param name="region">The region of this request; null for the client's.</param>
    public static StandardEndpointParameters Parameters(IClientConfig config, string? region) => new()
    {
        Region = region ?? config.RegionEndpoint?.SystemName ?? RegionOfServiceUrl(config),
        UseDualStack = config.UseDualstackEndpoint,
        UseFips = config.UseFIPSEndpoint,
        ServiceUrl = config.ServiceURL,
    };

    private static string? RegionOfServiceUrl(IClientConfig config)
    {
        if (string.IsNullOrEmpty(config.ServiceURL)) return null;
        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
            : config.AuthenticationRegion;
    }
}
