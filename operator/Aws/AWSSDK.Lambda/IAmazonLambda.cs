using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Lambda;

/// <summary>AWS Lambda.</summary>
public interface IAmazonLambda : IAmazonService, IDisposable
{
    Task<AddPermissionResponse> AddPermissionAsync(AddPermissionRequest request, CancellationToken cancellationToken = default);

    Task<RemovePermissionResponse> RemovePermissionAsync(RemovePermissionRequest request, CancellationToken cancellationToken = default);

    Task<GetPolicyResponse> GetPolicyAsync(GetPolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would be sent to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonLambdaConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        clientConfig is AmazonLambdaConfig config
            ? new AmazonLambdaClient(awsCredentials, config)
            : throw new AmazonClientException($"AmazonLambdaClient needs a AmazonLambdaConfig, not a {clientConfig?.GetType().Name ?? "null"}.");
}
