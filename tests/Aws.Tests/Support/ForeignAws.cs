using System.Xml.Linq;
using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;

namespace DirectRoute.Aws.Tests.Support;

/// <summary>Clients of an AWS that is not ours: moto, at <c>AWS_ENDPOINT_URL</c>.</summary>
internal static class ForeignAws
{
    public static string Url { get; } = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")
        ?? throw new InvalidOperationException("AWS_ENDPOINT_URL must name a running moto server; see CONTRIBUTING.md.");

    public static IAmazonAPIGateway ApiGateway() => Clients.ApiGateway(Url);

    public static IAmazonApiGatewayV2 ApiGatewayV2() => Clients.ApiGatewayV2(Url);

    public static IAmazonIdentityManagementService Iam() => Clients.Iam(Url);

    public static IAmazonLambda Lambda() => Clients.Lambda(Url);

    /// <summary>Makes a managed policy by a call of our own, because the clients have no operation for it.</summary>
    public static async Task<string> CreatePolicyAsync(string name, string document)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Action"] = "CreatePolicy",
            ["Version"] = "2010-05-08",
            ["PolicyName"] = name,
            ["PolicyDocument"] = document,
        });
        using var response = await http.SendAsync(request);
        var xml = XElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return xml.Descendants().Single(element => element.Name.LocalName == "Arn").Value;
    }

    /// <summary>A name that no other test uses.</summary>
    public static string Name(string prefix) => $"{prefix}-{Guid.NewGuid():N}";
}
