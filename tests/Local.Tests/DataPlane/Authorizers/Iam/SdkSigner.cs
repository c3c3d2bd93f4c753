using System.Net.Http.Headers;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Iam;

/// <summary>Signs requests with the SDK's own signers, which know nothing of the gateway's.</summary>
internal static class SdkSigner
{
    private const string Json = "application/json";

    public static HttpRequestMessage Sign(HttpMethod method, Uri address, string key, string secret, byte[]? body = null, string region = "us-east-1", string service = "execute-api")
    {
        var request = Request(method, address, region, service);
        request.Content = body ?? [];
        if (body is not null) request.Headers["Content-Type"] = Json;
        var signed = new AWS4Signer().SignRequest(request, Config(address, region, service), new RequestMetrics(), key, secret);
        var message = new HttpRequestMessage(method, address) { Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(Json) } } };
        foreach (var (name, value) in request.Headers.Where(h => h.Key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase))) message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("Authorization", signed.ForAuthorizationHeader);
        return message;
    }

    /// <summary>An address for a GET, with its signature in the query string.</summary>
    public static Uri Presign(Uri address, string key, string secret)
    {
        var request = Request(HttpMethod.Get, address, "us-east-1", "execute-api");
        request.Parameters.Add("X-Amz-Expires", "60");
        var signed = AWS4PreSignedUrlSigner.SignRequest(request, Config(address, "us-east-1", "execute-api"), new RequestMetrics(), key, secret, "execute-api", "us-east-1");
        return new UriBuilder(address) { Query = $"{address.Query.TrimStart('?')}&X-Amz-Expires=60&{signed.ForQueryParameters}" }.Uri;
    }

    private static DefaultRequest Request(HttpMethod method, Uri address, string region, string service)
    {
        var request = new DefaultRequest(new GetRestApisRequest(), service)
        {
            HttpMethod = method.Method,
            Endpoint = new Uri(address.GetLeftPart(UriPartial.Authority)),
            ResourcePath = Uri.UnescapeDataString(address.AbsolutePath),
            AuthenticationRegion = region,
            OverrideSigningServiceName = service,
            UseQueryString = true,
        };
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')))
            request.Parameters.Add(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]));
        return request;
    }

    private static AmazonAPIGatewayConfig Config(Uri address, string region, string service) =>
        new() { ServiceURL = address.GetLeftPart(UriPartial.Authority), AuthenticationRegion = region, AuthenticationServiceName = service };
}
