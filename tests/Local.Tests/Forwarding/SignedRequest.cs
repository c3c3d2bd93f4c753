using System.Net.Http.Headers;

namespace DirectRoute.Local.Tests.Forwarding;

/// <summary>Requests as clients of AWS sign them.</summary>
internal static class SignedRequest
{
    public static HttpRequestMessage Of(string service, string method, Uri address, string key = "local", string region = "us-east-1")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential={key}/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        return request;
    }
}
