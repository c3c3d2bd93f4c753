using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class RequestChecksTests
{
    private const string Schema = """{"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}""";

    private static PreparedRoute Route(bool body = true, bool parameters = true) => PreparedRoute.Of(
        Routes.Rest with
        {
            RequestValidators = [new RequestValidatorModel("all", body, parameters)],
            Models = [new SchemaModel { Name = "Order", ContentType = "application/json", Schema = Schema }],
        },
        Routes.Route(Routes.Sqs) with
        {
            RequestValidator = "all",
            RequestModels = ValueMap.Of(("application/json", "Order")),
            RequestParameters = ValueMap.Of(
                ("method.request.header.x-header-param", true), ("method.request.path.issuer", true), ("method.request.querystring.qs1", true),
                ("method.request.querystring.optional", false)),
        });

    private static GatewayRequest Request(string body) => Routes.Request(body, ("X-Header-Param", "h")) with
    {
        PathParameters = ValueMap.Of(("issuer", "i")),
        Query = NamedValues.Query(("qs1", "q")),
    };

    /// <summary>Recorded on AWS: headers first, then the path, then the query string.</summary>
    [Fact]
    public void Map_ParametersMissing_AreNamedInOrder()
    {
        var answer = Routes.Refused(Route(), Routes.Request("""{"a": 1}"""));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("""{"message":"Missing required request parameters: [x-header-param, issuer, qs1]"}""", answer.Text);
    }

    [Fact]
    public void Map_ParameterEmpty_IsMissing() =>
        Assert.Contains("[qs1]", Routes.Refused(Route(), Request("{}") with { Query = NamedValues.Query(("qs1", "")) }).Text, StringComparison.Ordinal);

    /// <summary>Recorded on AWS; an empty body counts as <c>{}</c>.</summary>
    [Theory]
    [InlineData("""{"a": "text"}""", "/a: is string, not integer")]
    [InlineData("", "lacks a")]
    [InlineData("no JSON", "it is not JSON")]
    [InlineData("{\"a\": 1, \"b\": \"\\ud800\"}", "it is not JSON")]
    public void Map_BodyDoesNotFit_IsRefused(string body, string why)
    {
        var answer = Routes.Refused(Route(), Request(body));

        Assert.Equal((400, """{"message":"Invalid request body"}"""), (answer.StatusCode, answer.Text));
        Assert.Equal($"[{why}]", answer.Fault!.ValidationError);
    }

    [Fact]
    public void Map_AllFits_IsSent() => Assert.Equal("""{"a": 1}""", Routes.Sent(Route(), Request("""{"a": 1}""")).Text);

    [Fact]
    public void Map_TypeWithoutModel_IsNotChecked() =>
        Assert.Equal("text", Routes.Sent(Route(), Request("text") with { Headers = NamedValues.Headers(("X-Header-Param", "h"), ("Content-Type", "text/plain")) }).Text);

    [Fact]
    public void Map_ValidatorOff_ChecksNothing() => Assert.Equal("no JSON", Routes.Sent(Route(body: false, parameters: false), Routes.Request("no JSON")).Text);
}
