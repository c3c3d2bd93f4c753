using System.ComponentModel;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using DirectRoute.Aws.Protocol.Endpoints;
using DirectRoute.Aws.Protocol.Pipeline;

namespace DirectRoute.Aws.Protocol;

/// <summary>
/// What the service clients share: AWSSDK.Core's pipeline with endpoint and authentication of the service, bodies that are read whole
/// before they are understood, and retries that obey <c>Retry-After</c>. Code outside <c>operator/Aws</c> uses the clients, never this type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceClient : AmazonServiceClient
{
    private protected ServiceClient(ServiceConfig config) : base(config) { }

    private protected ServiceClient(AWSCredentials credentials, ServiceConfig config) : base(credentials, config) { }

    private protected ServiceClient(string accessKeyId, string secretAccessKey, ServiceConfig config)
        : base(accessKeyId, secretAccessKey, config) { }

    private protected ServiceClient(string accessKeyId, string secretAccessKey, string sessionToken, ServiceConfig config)
        : base(accessKeyId, secretAccessKey, sessionToken, config) { }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => ((ServiceConfig)Config).Metadata;

    /// <summary>The endpoint that a request would be sent to.</summary>
    /// <param name="request">The request; it may be of any operation of this service.</param>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        ((ServiceConfig)Config).DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        var config = (ServiceConfig)Config;
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthResolver());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new RetryAfterPolicy(config, config.Clock)));
        pipeline.AddHandlerAfter<Unmarshaller>(new WholeBodyHandler(config.Clock));
    }

    private protected Task<TResponse> InvokeAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new()
    {
        ArgumentNullException.ThrowIfNull(request);
        return InvokeAsync<TResponse>(request, operation.Options(), cancellationToken);
    }
}
