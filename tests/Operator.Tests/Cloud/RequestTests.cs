using System.Net;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Testing;

namespace DirectRoute.Operator.Tests.Cloud;

/// <summary>What is sent and read where the foreign AWS has no answer: patches of REST APIs and what they name, and authorizers of HTTP APIs.</summary>
public sealed class RequestTests
{
    private const string Rest = "/restapis/api";
    private const string Http = "/v2/apis/api";

    [Fact]
    public async Task Apply_RestSettings_AreThePatchesThatAwsTakes()
    {
        Assert.Equal(
            [$$"""PATCH {{Rest}} {"patchOperations":[{"op":"replace","path":"/apiKeySource","value":"HEADER"},{"op":"add","path":"/binaryMediaTypes/*~1*"},{"op":"remove","path":"/binaryMediaTypes/image~1png"},{"op":"replace","path":"/minimumCompressionSize"},{"op":"replace","path":"/policy","value":""}]}"""],
            await SentAsync(
                api => api with { ApiKeySource = ApiKeySource.AUTHORIZER, BinaryMediaTypes = ["image/png"], MinimumCompressionSize = 0, Policy = "{}" },
                api => api with { BinaryMediaTypes = ["*/*"] }));
    }

    [Fact]
    public async Task Apply_RestAuthorizer_IsThePatchThatAwsTakes()
    {
        var authorizer = new AuthorizerModel { Name = "a", Type = AuthorizerType.COGNITO_USER_POOLS, IdentitySources = ["method.request.header.A"], ProviderArns = ["arn:p"] };

        Assert.Equal(
            [$$"""PATCH {{Rest}}/authorizers/ia {"patchOperations":[{"op":"replace","path":"/identitySource","value":"method.request.header.A,method.request.header.B"},{"op":"add","path":"/providerARNs","value":"arn:q"},{"op":"remove","path":"/providerARNs","value":"arn:p"}]}"""],
            await SentAsync(
                api => api with { Authorizers = [authorizer] },
                api => api with { Authorizers = [authorizer with { IdentitySources = ["method.request.header.A", "method.request.header.B"], ProviderArns = ["arn:q"] }] }));
    }

    [Fact]
    public async Task Apply_AuthorizerOfAnotherType_IsMadeBesideTheOldOne() => Assert.Equal(
        [
            $$"""PATCH {{Rest}}/authorizers/ia {"patchOperations":[{"op":"replace","path":"/name","value":"a-replaced"}]}""",
            $$"""POST {{Rest}}/authorizers {"name":"a","type":"TOKEN","authorizerUri":"arn:f"}""",
            $"DELETE {Rest}/authorizers/ia ",
        ],
        await SentAsync(
            api => api with { Authorizers = [new() { Name = "a", Type = AuthorizerType.REQUEST, Uri = "arn:f" }] },
            api => api with { Authorizers = [new() { Name = "a", Type = AuthorizerType.TOKEN, Uri = "arn:f" }] }));

    [Fact]
    public async Task Apply_Models_NameEachOtherByAddress() => Assert.Equal(
        [
            $$$"""PATCH {{{Rest}}}/models/User {"patchOperations":[{"op":"replace","path":"/description","value":""},{"op":"replace","path":"/schema","value":"{\"items\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/api/models/Other\"}}"}]}""",
            $"DELETE {Rest}/models/Gone ",
        ],
        Unescaped(await SentAsync(
            api => api with { Models = [Model("Gone", "{}"), Model("Other", "{}"), Model("User", "{}") with { Description = "d" }] },
            api => api with { Models = [Model("Other", "{}"), Model("User", """{"items": {"$ref": "#/components/schemas/Other"}}""")] })));

    [Fact]
    public async Task Apply_HttpAuthorizer_MentionsOnlyWhatChanges()
    {
        var jwt = new AuthorizerModel { Name = "a", Type = AuthorizerType.JWT, IdentitySources = ["$request.header.Authorization"], Issuer = "i", Audiences = ["x"] };
        var lambda = new AuthorizerModel { Name = "b", Type = AuthorizerType.REQUEST, Uri = "arn:f", Credentials = "arn:r", PayloadFormatVersion = "2.0", EnableSimpleResponses = true };

        Assert.Equal(
            [
                $$$"""PATCH {{{Http}}}/authorizers/ia {"jwtConfiguration":{"audience":["y","x"],"issuer":"i"}}""",
                $$"""PATCH {{Http}}/authorizers/ib {"authorizerCredentialsArn":"","enableSimpleResponses":false}""",
            ],
            await SentAsync(
                api => api with { Authorizers = [jwt, lambda] },
                api => api with { Authorizers = [jwt with { Audiences = ["y", "x"] }, lambda with { Credentials = null, EnableSimpleResponses = false }] },
                ApiProtocol.HTTP));
    }

    [Fact]
    public async Task Observe_HttpAuthorizers_AreNamedByTheirRoutes()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        var tags = string.Join(',', fixture.Owner.Tags.Select(t => $"\"{t.Key}\":\"{t.Value}\""));
        void Answer(string end, string body) => proxy.Inject(new Fault.Answer(HttpStatusCode.OK, body), match: r => r.Path.EndsWith(end, StringComparison.Ordinal));
        Answer("/authorizers", """{"items":[{"authorizerId":"ia","name":"jwt","authorizerType":"JWT","identitySource":["$request.header.Authorization"],"jwtConfiguration":{"audience":["y","x"],"issuer":"i"}}]}""");
        Answer("/routes", """{"items":[{"routeId":"r","routeKey":"GET /a","authorizationType":"JWT","authorizerId":"ia","authorizationScopes":["write","read"]}]}""");
        Answer("/integrations", """{"items":[]}""");
        Answer("/stages", """{"items":[]}""");
        Answer("/api", $$"""{"apiId":"api","name":"orders","protocolType":"HTTP","corsConfiguration":{"allowOrigins":["https://b","https://a"],"maxAge":5},"tags":{ {{tags}} } }""");

        var observed = (await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.HTTP, "api"), default)).Value!;

        Assert.Equal(
            new AuthorizerModel { Name = "jwt", Type = AuthorizerType.JWT, IdentitySources = ["$request.header.Authorization"], Issuer = "i", Audiences = ["x", "y"] },
            Assert.Single(observed.Model.Authorizers));
        Assert.Equal(ValueMap.Of(("jwt", "ia")), observed.AuthorizerIds);
        Assert.Equal("jwt", observed.Model.Routes[0].Authorizer);
        Assert.Equal(["read", "write"], observed.Model.Routes[0].AuthorizationScopes);
        Assert.Equal(new CorsModel { AllowOrigins = ["https://a", "https://b"], MaxAge = 5 }, observed.Model.Cors);
    }

    /// <summary>What is sent to get from one API to another, as <c>METHOD path body</c>; AWS answers all of it with an id.</summary>
    private static async Task<IEnumerable<string>> SentAsync(Func<ApiModel, ApiModel> from, Func<ApiModel, ApiModel> to, ApiProtocol protocol = ApiProtocol.REST)
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        proxy.Inject(new Fault.Answer(HttpStatusCode.OK, """{"id":"new","authorizerId":"new"}"""));
        var api = (protocol == ApiProtocol.REST ? Models.Rest(fixture) : Models.Http(fixture)) with { Stages = [] };
        var before = from(api);
        var observed = new ObservedApi
        {
            ApiId = "api",
            Endpoint = "https://api",
            Model = before,
            ResourceIds = ValueMap.Of(("/", "root")),
            AuthorizerIds = before.Authorizers.Select(a => KeyValuePair.Create(a.Name, $"i{a.Name}")).ToValueMap(),
        };

        var applied = await fixture.Cloud.ApplyApiAsync(ApiPlanner.Plan(to(api), observed, []), observed, fixture.Owner, default);

        Assert.Null(applied.Failure?.Message);
        return proxy.Requests.Select(r => $"{r.Method} {r.Path} {r.Body}");
    }

    private static SchemaModel Model(string name, string schema) => new() { Name = name, ContentType = "application/json", Schema = schema };

    private static IEnumerable<string> Unescaped(IEnumerable<string> sent) => sent.Select(s => s.Replace("\\u0022", "\\\"", StringComparison.Ordinal));
}
