using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;

namespace DirectRoute.Local.Services;

/// <summary>From a mapped request to the one that a service of AWS gets, signed.</summary>
internal sealed class ServiceRequests(LocalOptions options)
{
    /// <summary>The JSON services whose target API Gateway adds itself, by what stands before the action's name. Of others, mappings say it.</summary>
    private static readonly Dictionary<string, string> Targets = new(StringComparer.Ordinal)
    {
        ["dynamodb"] = "DynamoDB_20120810",
        ["kinesis"] = "Kinesis_20131202",
        ["states"] = "AWSStepFunctions",
    };

    /// <summary>The request, or null when its URI cannot be called.</summary>
    public HttpRequestMessage? Of(ServiceUri service, BackendRequest request, CallOrigin origin, ServiceCredentials credentials)
    {
        var headers = Headers(service, request.Headers, origin);
        // A service of the query protocol reads its action from the query string; a target says it already.
        var query = service.Action is { } action && !headers.Contains("X-Amz-Target") ? request.Query.Append("Action", action) : request.Query;
        if (BackendUri.Of(Address(service), query) is not { } uri) return null;
        var signed = SignatureV4.Sign(
            new SignedCall(request.Method, uri, headers, request.Body), credentials, service.Region, service.SigningName, options.Clock.GetUtcNow());
        return OutgoingMessage.Of(request.Method, uri, signed, request.Body);
    }

    private static NamedValues Headers(ServiceUri service, NamedValues mapped, CallOrigin origin)
    {
        var headers = mapped.Set("x-amzn-apigateway-api-id", origin.ApiId).Set("X-Amz-Source-Arn", origin.SourceArn).Set("X-Amzn-Trace-Id", origin.TraceId);
        return service.Action is { } action && Targets.TryGetValue(service.Service, out var prefix) ? headers.SetDefault("X-Amz-Target", $"{prefix}.{action}") : headers;
    }

    /// <summary>An emulator has one host for all services, so a bucket goes into the path.</summary>
    private string Address(ServiceUri service)
    {
        if (options.Endpoint is not ServiceEndpoint.Emulator { Url: var endpoint }) return $"https://{service.Host}{service.Path}";
        var bucket = service is { Service: "s3", Subdomain: { } name } ? "/" + name : "";
        return endpoint.ToString().TrimEnd('/') + bucket + service.Path;
    }
}
