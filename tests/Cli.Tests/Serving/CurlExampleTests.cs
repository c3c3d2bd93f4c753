using DirectRoute.Cli.Serving;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Cli.Tests.Serving;

public sealed class CurlExampleTests
{
    private const string Url = "http://localhost:4599/a/prod";

    [Theory]
    [InlineData(RouteMethod.GET, "/users/{id}", "curl http://localhost:4599/a/prod/users/1")]
    [InlineData(RouteMethod.ANY, "/{proxy+}", "curl http://localhost:4599/a/prod/1")]
    [InlineData(RouteMethod.HEAD, "/", "curl -I http://localhost:4599/a/prod/")]
    [InlineData(RouteMethod.DELETE, "/a$b", "curl -X DELETE 'http://localhost:4599/a/prod/a$b'")]
    public void Of_RouteWithoutSample_IsARequestToIt(RouteMethod method, string path, string expected) =>
        Assert.Equal(expected, CurlExample.Of(Url, "us-east-1", Route(method, path), null));

    [Fact]
    public void Of_RouteWithAwsIam_SignsTheRequest() => Assert.Equal(
        "curl --aws-sigv4 aws:amz:us-east-1:execute-api --user local:local http://localhost:4599/a/prod/users",
        CurlExample.Of(Url, "us-east-1", Route(RouteMethod.GET, "/users") with { Authorization = AuthorizationType.AWS_IAM }, null));

    [Fact]
    public void Of_Sample_SendsIt()
    {
        var sample = new RouteTestRequest
        {
            Path = new Dictionary<string, string> { ["key"] = "a b/c" },
            Querystring = new Dictionary<string, string> { ["q"] = "x&y" },
            Headers = new Dictionary<string, string> { ["X-Name"] = "it's" },
            Body = new System.Text.Json.Nodes.JsonObject { ["n"] = "a & \"b\"" },
        };

        Assert.Equal(
            """curl -X PUT 'http://localhost:4599/a/prod/files/a%20b/c?q=x%26y' -H 'X-Name: it'\''s' -H 'Content-Type: application/json' -d '{"n":"a & \"b\""}'""",
            CurlExample.Of(Url, "us-east-1", Route(RouteMethod.PUT, "/files/{key+}"), sample));
    }

    private static RouteModel Route(RouteMethod method, string path) => new() { Method = method, Path = path, Integration = new() { Type = IntegrationType.MOCK, TimeoutInMillis = 29_000 } };
}
