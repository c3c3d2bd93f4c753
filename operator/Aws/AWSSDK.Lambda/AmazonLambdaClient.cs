using Amazon.Lambda.Internal;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol;

namespace Amazon.Lambda;

/// <summary>The client of AWS Lambda. It is safe to use from many threads, and meant to live long.</summary>
public class AmazonLambdaClient : ServiceClient, IAmazonLambda
{
    /// <summary>A client with the ambient credentials and region.</summary>
    public AmazonLambdaClient() : base(new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(RegionEndpoint region) : base(new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(AmazonLambdaConfig config) : base(config) { }

    public AmazonLambdaClient(AWSCredentials credentials) : this(credentials, new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonLambdaConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonLambdaConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    public virtual Task<AddPermissionResponse> AddPermissionAsync(
        AddPermissionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.AddPermission, request, cancellationToken);

    public virtual Task<RemovePermissionResponse> RemovePermissionAsync(
        RemovePermissionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.RemovePermission, request, cancellationToken);

    public virtual Task<GetPolicyResponse> GetPolicyAsync(
        GetPolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetPolicy, request, cancellationToken);
}
