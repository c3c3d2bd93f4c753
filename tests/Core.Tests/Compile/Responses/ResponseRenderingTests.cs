using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Velocity;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Compile.Responses;

/// <summary>What clients get, with the templates rendered.</summary>
public sealed class ResponseRenderingTests
{
    private const string Type = "com.amazonaws.dynamodb.v20120810#";

    private static readonly string[] Hostile =
        ["\"", "\\", "'", "\\'", "$", "#", "${e1}", "#set($v1 = 1)", "\n", "\r\nX-Evil: 1", "\0", "é", "\U0001F600", "</", "\", \"admin\": true, \"", "']['x", "a"];

    private static readonly Arbitrary<string> Text = Gen.Elements(Hostile).ArrayOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("""{"Item": {"id": {"S": "a"}}}""", 200, 200, """{"id": {"S": "a"}}""")]
    [InlineData("{}", 200, 404, """{"message": "Not Found"}""")]
    [InlineData("{\"__type\": \"" + Type + "ResourceNotFoundException\", \"message\": \"arn:aws:...\"}", 400, 502, """{"message": "Bad Gateway"}""")]
    [InlineData("{\"__type\": \"" + Type + "ProvisionedThroughputExceededException\"}", 400, 429, """{"message": "Too Many Requests"}""")]
    [InlineData("{\"__type\": \"" + Type + "ValidationException\"}", 400, 400, """{"message": "Bad Request"}""")]
    [InlineData("{\"__type\": \"" + Type + "InternalServerError\"}", 500, 502, """{"message": "Bad Gateway"}""")]
    [InlineData("{\"__type\": \"ThrottlingException\"}", 503, 429, """{"message": "Too Many Requests"}""")]
    [InlineData("<html>Service Unavailable</html>", 503, 502, """{"message": "Bad Gateway"}""")]
    [InlineData("", 500, 502, """{"message": "Bad Gateway"}""")]
    public void Defaults_AnswerOfGetItem_ReachClientWithoutInternals(string answer, int status, int expected, string body) =>
        AssertAnswer(Answer(Samples.GetUser(), answer, status), expected, body);

    [Theory]
    [InlineData("""{"Item": {"id": {"S": "a"}, "n": {"N": "5"}}}""", 200, 201, """{"id": "a", "n": 5, "gone": null, "text": "a and "}""")]
    [InlineData("""{"Item": {"id": {"S": ""}, "n": {"N": "5x"}}}""", 200, 201, """{"id": "", "n": "5x", "gone": null, "text": " and "}""")]
    [InlineData("""{"Item": {"state": {"S": "CLOSED"}}}""", 200, 410, """{"message": "Gone"}""")]
    [InlineData("{\"__type\": \"" + Type + "ConditionalCheckFailedException\"}", 400, 409, """{"message": "Conflict"}""")]
    [InlineData("{\"__type\": \"" + Type + "ValidationException\"}", 400, 400, """{"message": "Bad Request"}""")]
    [InlineData("{}", 404, 418, """{"message": "Client Error"}""")]
    public void Responses_FirstThatFits_Decides(string answer, int status, int expected, string body) => AssertAnswer(
        Answer(
            With(
                new RouteResponse { Status = 409, When = new ResponseWhen { Error = "ConditionalCheckFailed*" } },
                new RouteResponse { Status = 410, When = new ResponseWhen { Body = JsonNode.Parse("""{"Item.state.S": "CLOSED"}""")!.AsObject() } },
                new RouteResponse { Status = 418, When = new ResponseWhen { Status = "404" } },
                new RouteResponse
                {
                    Status = 201,
                    Body = JsonNode.Parse("""{"id": "$response.body.Item.id.S", "n": "number($response.body.Item.n.N)", "gone": "$response.body.Item.gone", "text": "${response.body.Item.id.S} and ${response.body.Item.gone}"}"""),
                }),
            answer, status),
        expected, body);

    [Theory]
    [InlineData("""{"Item": {"s": {"S": "it's \"q\""}, "n": {"N": "-1.5e3"}, "t": {"BOOL": true}, "f": {"BOOL": false}, "z": {"NULL": true}, "b": {"B": "YQ=="}}}""",
        """{"s": "it's \"q\"", "n": -1.5e3, "t": true, "f": false, "z": null, "b": "YQ=="}""")]
    [InlineData("""{"Item": {"ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2"]}, "bs": {"BS": ["YQ=="]}, "e": {"L": []}, "m": {"M": {}}}}""",
        """{"ss": ["a", "b"], "ns": [1, 2], "bs": ["YQ=="], "e": [], "m": {}}""")]
    [InlineData("""{"Item": {"m": {"M": {"l": {"L": [{"S": "a"}, {"N": "1"}]}, "m": {"M": {"deep": {"M": {"x": {"S": "y"}}}}}}}, "l": {"L": [{"M": {"a": {"S": "b"}}}]}}}""",
        """{"m": {"l": ["a", 1], "m": {"deep": {"x": {"S": "y"}}}}, "l": [{"a": "b"}]}""")]
    [InlineData("""{"Item": {"n": {"N": "1; drop"}}}""", """{"n": "1; drop"}""")]
    [InlineData("""{"Item": [{"a": {"S": "b"}}, {"c": {"N": "1"}}]}""", """[{"a": "b"}, {"c": 1}]""")]
    [InlineData("""{"Item": []}""", "[]")]
    [InlineData("""{"Item": {}}""", "{}")]
    [InlineData("""{"Item": "text"}""", "null")]
    [InlineData("{}", "null")]
    [InlineData("""{"Item": {"odd '] name": {"M": {"a": {"M": {"b": {"M": {"c": {"S": "d"}}}}}}}}}""", """{"odd '] name": {"a": {"b": null}}}""")]
    public void Plain_ItemOfDynamoDb_IsJsonWithoutTypes(string answer, string body) =>
        AssertAnswer(Answer(With(Body("\"plain($response.body.Item)\"")), answer, 200), 200, body);

    [Theory]
    [InlineData("""{"Items": [{"id": {"S": "a"}, "t": {"L": [{"S": "x"}, {"S": "y"}]}}, {"id": {"S": "b\""}}]}""",
        """[{"id": "a", "say": "no a", "t": ["x", "y"]}, {"id": "b\"", "say": "no b\"", "t": []}]""")]
    [InlineData("""{"Items": []}""", "[]")]
    [InlineData("{}", "[]")]
    public void ForEach_List_HasAnElementForEach(string answer, string body) => AssertAnswer(
        Answer(With(Body("""{"$forEach": {"in": "$response.body.Items", "as": "user", "body": {"id": "$user.id.S", "say": "no ${user.id.S}", "t": {"$forEach": {"in": "$user.t.L", "body": "$item.S"}}}}}""")), answer, 200),
        200, body);

    [Fact]
    public void ForEach_ItemsOfDynamoDb_CanBePlain() => AssertAnswer(
        Answer(With(Body("""{"users": {"$forEach": {"in": "$response.body.Items", "body": "plain($item)"}}}""")), """{"Items": [{"id": {"S": "a"}}, {"n": {"N": "2"}}]}""", 200),
        200, """{"users": [{"id": "a"}, {"n": 2}]}""");

    [Fact]
    public void Body_HostileAnswer_StaysInItsPlace() => Prop.ForAll(Text, hostile =>
    {
        var answer = JsonSerializer.Serialize(new { Item = new Dictionary<string, object> { ["id"] = new { S = hostile }, [hostile + "k"] = new { N = hostile }, ["l"] = new { L = new[] { new { S = hostile } } } } });
        var route = With(Body("""{"whole": "$response.body.Item.id.S", "joined": "a ${response.body.Item.id.S}", "number": "number($response.body.Item.id.S)", "plain": "plain($response.body.Item)", "list": {"$forEach": {"in": "$response.body.Item.l.L", "body": {"x": "$item.S", "y": "${item.S}"}}}}"""));

        var (status, text, _) = Answer(route, answer, 200);

        var body = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(200, status);
        Assert.Equal(["whole", "joined", "number", "plain", "list"], body.Select(m => m.Key));
        Assert.Equal("a " + hostile, body["joined"]!.GetValue<string>());
        Assert.Equal(hostile, body["whole"]!.GetValue<string>());
        Assert.Equal(hostile, body["plain"]!["id"]!.GetValue<string>());
        Assert.Equal(hostile, body["list"]![0]!["y"]!.GetValue<string>());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Header_HostileAnswer_IsOneLine() => Prop.ForAll(Text, hostile =>
    {
        var route = With(new RouteResponse { Status = 200, Headers = new Dictionary<string, string> { ["X-Id"] = "id ${response.body.Item.id.S}" }, Body = JsonNode.Parse("{}") });

        var (_, _, headers) = Answer(route, JsonSerializer.Serialize(new { Item = new { id = new { S = hostile } } }), 200);

        Assert.DoesNotContain(headers["X-Id"], char.IsControl);
    }).QuickCheckThrowOnFailure();

    private static RouteResponse Body(string json) => new() { Status = 200, Body = JsonNode.Parse(json) };

    private static RouteInput With(params RouteResponse[] responses)
    {
        var route = Samples.GetUser();
        return route with { Spec = route.Spec with { Responses = responses } };
    }

    private static void AssertAnswer((int Status, string Body, ValueMap<string> Headers) answer, int status, string body)
    {
        Assert.Equal(status, answer.Status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(answer.Body)), answer.Body);
    }

    /// <summary>What API Gateway makes of a backend's answer.</summary>
    private static (int Status, string Body, ValueMap<string> Headers) Answer(RouteInput route, string answer, int status)
    {
        var compiled = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, route));
        Assert.DoesNotContain(compiled.Routes[0].Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        var responses = compiled.Routes[0].Model!.Integration.Responses;
        var chosen = responses.Where(r => r.SelectionPattern is not null && System.Text.RegularExpressions.Regex.IsMatch($"{status}", $"^({r.SelectionPattern})$")).ToList();
        Assert.True(chosen.Count <= 1, "two patterns match one status");
        return Render(chosen.SingleOrDefault() ?? responses.Single(r => r.SelectionPattern is null), answer);
    }

    private static (int Status, string Body, ValueMap<string> Headers) Render(IntegrationResponseModel response, string answer)
    {
        var status = int.Parse(response.StatusCode, null);
        if (!response.ResponseTemplates.TryGetValue("application/json", out var template)) return (status, answer, default);
        var parsed = VelocityTemplate.Parse(template);
        Assert.Null(parsed.Error);
        Assert.Empty(parsed.Warnings);
        var rendered = parsed.Template!.Render(new RenderInput { Body = answer, Path = ValueMap.Of(("userId", "u")) });
        Assert.Null(rendered.Error);
        return (rendered.Overrides.Status ?? status, rendered.Output!, rendered.Overrides.ResponseHeader);
    }
}
