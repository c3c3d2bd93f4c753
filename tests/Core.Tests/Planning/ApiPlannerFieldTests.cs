using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Tests.Planning;

/// <summary>Each field changed in turn is planned as exactly that change; and what AWS fills in is none.</summary>
public sealed class ApiPlannerFieldTests
{
    private static readonly Dictionary<string, (string Line, Func<ApiModel, ApiModel> Change)> Rest = new()
    {
        ["name"] = ("~ REST API invoices name: orders -> invoices", a => a with { Name = "invoices" }),
        ["description"] = ("~ REST API orders description: Takes orders -> (none)", a => a with { Description = null }),
        ["endpointType"] = ("~ REST API orders endpointType: REGIONAL -> EDGE", a => a with { EndpointType = EndpointType.EDGE }),
        ["disable"] = ("~ REST API orders disableExecuteApiEndpoint: False -> True", a => a with { DisableExecuteApiEndpoint = true }),
        ["tag"] = ("~ REST API orders tags[team]: shop -> sales", a => a with { Tags = a.Tags.With("team", "sales") }),
        ["no tag"] = ("~ REST API orders tags[team]: shop -> (none)", a => a with { Tags = a.Tags.Without("team") }),
        ["apiKeySource"] = ("~ REST API orders apiKeySource: HEADER -> AUTHORIZER", a => a with { ApiKeySource = ApiKeySource.AUTHORIZER }),
        ["binaryMediaTypes"] = ("~ REST API orders binaryMediaTypes: [image/png] -> [*/*, image/gif]", a => a with { BinaryMediaTypes = ["*/*", "image/gif"] }),
        ["no binaryMediaTypes"] = ("~ REST API orders binaryMediaTypes: [image/png] -> (none)", a => a with { BinaryMediaTypes = [] }),
        ["minimumCompressionSize"] = ("~ REST API orders minimumCompressionSize: 1024 -> 0", a => a with { MinimumCompressionSize = 0 }),
        ["no minimumCompressionSize"] = ("~ REST API orders minimumCompressionSize: 1024 -> (none)", a => a with { MinimumCompressionSize = null }),
        ["policy"] = ("""~ REST API orders policy: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"execute-api:invoke"}]} -> {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"execute-api:invoke"}]}""", a => a with { Policy = """{"Statement":[{"Effect":"Deny","Action":"execute-api:Invoke"}]}""" }),
        ["no policy"] = ("""~ REST API orders policy: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"execute-api:invoke"}]} -> (none)""", a => a with { Policy = null }),
        ["stage description"] = ("~ stage prod description: (none) -> d", a => Stage(a, s => s with { Description = "d" })),
        ["stage variable"] = ("~ stage prod variables[k]: v -> w", a => Stage(a, s => s with { Variables = s.Variables.With("k", "w") })),
        ["authorization"] = ("~ POST /users/{id} authorization: NONE -> AWS_IAM", a => Route(a, r => r with { Authorization = AuthorizationType.AWS_IAM })),
        ["scopes"] = ("~ POST /users/{id} authorizationScopes: (none) -> [read, write]", a => Route(a, r => r with { AuthorizationScopes = ["read", "write"] })),
        ["apiKeyRequired"] = ("~ POST /users/{id} apiKeyRequired: False -> True", a => Route(a, r => r with { ApiKeyRequired = true })),
        ["operationName"] = ("~ POST /users/{id} operationName: (none) -> putUser", a => Route(a, r => r with { OperationName = "putUser" })),
        ["requestModels"] = ("~ POST /users/{id} requestModels[application/json]: (none) -> Empty", a => Route(a, r => r with { RequestModels = ValueMap.Of(("application/json", "Empty")) })),
        ["requestParameters"] = ("~ POST /users/{id} requestParameters[method.request.path.id]: True -> False", a => Route(a, r => r with { RequestParameters = r.RequestParameters.With("method.request.path.id", false) })),
        ["type"] = ("~ POST /users/{id} integration.type: AWS -> HTTP", a => Integration(a, i => i with { Type = IntegrationType.HTTP })),
        ["uri"] = ("~ POST /users/{id} integration.uri: arn:a -> arn:b", a => Integration(a, i => i with { Uri = "arn:b" })),
        ["httpMethod"] = ("~ POST /users/{id} integration.httpMethod: POST -> GET", a => Integration(a, i => i with { HttpMethod = "GET" })),
        ["credentials"] = ("~ POST /users/{id} integration.credentials: role -> (none)", a => Integration(a, i => i with { Credentials = null })),
        ["parameter"] = ("~ POST /users/{id} integration.requestParameters[integration.request.header.content-type]: 'a' -> 'b'", a => Integration(a, i => i with { RequestParameters = i.RequestParameters.With("integration.request.header.Content-Type", "'b'") })),
        ["template"] = ("~ POST /users/{id} integration.requestTemplates[application/json]: 3 characters, sha256:7692c3ad -> 5 characters, sha256:8b5b9db0", a => Integration(a, i => i with { RequestTemplates = i.RequestTemplates.With("application/json", "three") })),
        ["passthrough"] = ("~ POST /users/{id} integration.passthroughBehavior: NEVER -> WHEN_NO_MATCH", a => Integration(a, i => i with { PassthroughBehavior = PassthroughBehavior.WHEN_NO_MATCH })),
        ["contentHandling"] = ("~ POST /users/{id} integration.contentHandling: (none) -> CONVERT_TO_TEXT", a => Integration(a, i => i with { ContentHandling = ContentHandling.CONVERT_TO_TEXT })),
        ["connectionType"] = ("~ POST /users/{id} integration.connectionType: (none) -> VPC_LINK", a => Integration(a, i => i with { ConnectionType = ConnectionType.VPC_LINK })),
        ["connectionId"] = ("~ POST /users/{id} integration.connectionId: (none) -> link", a => Integration(a, i => i with { ConnectionId = "link" })),
        ["tls"] = ("~ POST /users/{id} integration.tls.insecureSkipVerification: (none) -> True", a => Integration(a, i => i with { Tls = new(true, null) })),
        ["cacheKeyParameters"] = ("~ POST /users/{id} integration.cacheKeyParameters: (none) -> [method.request.path.id]", a => Integration(a, i => i with { CacheKeyParameters = ["method.request.path.id"] })),
        ["cacheNamespace"] = ("~ POST /users/{id} integration.cacheNamespace: (none) -> users", a => Integration(a, i => i with { CacheNamespace = "users" })),
        ["timeout"] = ("~ POST /users/{id} integration.timeoutInMillis: 500 -> 600", a => Integration(a, i => i with { TimeoutInMillis = 600 })),
        ["pattern"] = ("~ POST /users/{id} integration.responses[500].selectionPattern: 5.. -> 4..", a => Response(a, r => r with { SelectionPattern = "4.." })),
        ["response parameter"] = ("~ POST /users/{id} integration.responses[500].parameters[method.response.header.x]: 'x' -> 'y'", a => Response(a, r => r with { ResponseParameters = r.ResponseParameters.With("method.response.header.X", "'y'") })),
        ["response template"] = ("~ POST /users/{id} integration.responses[500].templates[application/json]: 2 characters, sha256:44136fa3 -> 0 characters, sha256:e3b0c442", a => Response(a, r => r with { ResponseTemplates = r.ResponseTemplates.With("application/json", "") })),
        ["response contentHandling"] = ("~ POST /users/{id} integration.responses[500].contentHandling: (none) -> CONVERT_TO_BINARY", a => Response(a, r => r with { ContentHandling = ContentHandling.CONVERT_TO_BINARY })),
        ["response models"] = ("~ POST /users/{id} responses[200].models[application/json]: (none) -> Empty", a => Route(a, r => r with { Responses = [r.Responses[0] with { ResponseModels = ValueMap.Of(("application/json", "Empty")) }, r.Responses[1]] })),
        ["response header"] = ("~ POST /users/{id} responses[500].parameters[method.response.header.x]: False -> True", a => Route(a, r => r with { Responses = [r.Responses[0], r.Responses[1] with { ResponseParameters = r.Responses[1].ResponseParameters.With("method.response.header.X", true) }] })),
    };

    public static TheoryData<string> RestFields => [.. Rest.Keys];

    [Theory]
    [MemberData(nameof(RestFields))]
    public void Plan_OneRestFieldChanged_IsThatChangeAndNothingMore(string field)
    {
        var (line, change) = Rest[field];
        var before = RestApi() with { BinaryMediaTypes = ["image/png"], MinimumCompressionSize = 1024, Policy = """{"Statement":[{"Effect":"Allow","Action":"execute-api:Invoke"}]}""" };
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(before, null, []));
        var desired = change(before);

        var plan = ApiPlanner.Plan(desired, aws.Observed, []);

        Assert.Equal([line], plan.ToString().Split('\n').Where(l => !l.StartsWith("+ deployment", StringComparison.Ordinal)));
        Assert.True(ApiPlanner.Plan(desired, aws.Apply(plan).Observed, []).IsEmpty);
    }

    [Fact]
    public void Plan_WhatAwsFillsIn_IsNoChange()
    {
        var declared = RestApi() with { Description = "", EndpointType = null };
        declared = declared with { Policy = """{"Statement":[{"Effect":"Allow","Principal":"*","Action":["execute-api:Invoke"],"Resource":["execute-api:/b","execute-api:/a"]}]}""" };
        declared = Integration(declared, i => i with { PassthroughBehavior = null, TimeoutInMillis = 0, HttpMethod = "post", CacheKeyParameters = ["method.request.path.id", "method.request.header.Id"] });
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(declared, null, []));
        var observed = aws.Observed! with
        {
            Model = Integration(aws.Observed.Model, i => i with { PassthroughBehavior = PassthroughBehavior.WHEN_NO_MATCH, TimeoutInMillis = 29_000, HttpMethod = "POST", ConnectionType = ConnectionType.INTERNET, Tls = new(false, null), CacheKeyParameters = ["method.request.header.id", "method.request.path.id"] }) with
            {
                Description = null,
                EndpointType = EndpointType.REGIONAL,
                ApiKeySource = ApiKeySource.HEADER,
                Policy = """{"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"execute-api:invoke","Resource":["execute-api:/a","execute-api:/b"]}}""",
                Tags = aws.Observed.Model.Tags.With("aws:cloudformation:stack-name", "s"),
            },
        };

        Assert.Equal("", ApiPlanner.Plan(declared, observed, []).ToString());
    }

    [Fact]
    public void Plan_PolicyThatNamesItsOwnApi_IsTheSameAsTheShortForm()
    {
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(RestApi() with { Policy = """{"Statement":{"Effect":"Allow","Action":"execute-api:Invoke","Resource":"execute-api:/prod/*"}}""" }, null, []));
        var declared = RestApi() with { Policy = $$$"""{"Statement":{"Effect":"Allow","Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:us-east-1:1:{{{aws.Observed!.ApiId}}}/prod/*"}}""" };

        Assert.Equal("", ApiPlanner.Plan(declared, aws.Observed, []).ToString());
        Assert.False(ApiPlanner.Plan(declared with { Policy = declared.Policy.Replace("prod", "test", StringComparison.Ordinal) }, aws.Observed, []).IsEmpty);
    }

    [Fact]
    public void Plan_AnotherProtocol_IsRefused()
    {
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(RestApi(), null, []));

        Assert.Throws<ArgumentException>(() => ApiPlanner.Plan(RestApi() with { Protocol = ApiProtocol.HTTP }, aws.Observed, []));
    }

    internal static ApiModel RestApi() => new()
    {
        Protocol = ApiProtocol.REST,
        Region = "us-east-1",
        Name = "orders",
        Description = "Takes orders",
        EndpointType = EndpointType.REGIONAL,
        Tags = ValueMap.Of(("directroute.dev/name", "orders"), ("team", "shop")),
        Stages = [new() { Name = "prod", Variables = ValueMap.Of(("k", "v")) }],
        Routes =
        [
            new()
            {
                Method = RouteMethod.POST,
                Path = "/users/{id}",
                RequestParameters = ValueMap.Of(("method.request.path.id", true)),
                Integration = new()
                {
                    Type = IntegrationType.AWS,
                    Uri = "arn:a",
                    HttpMethod = "POST",
                    Credentials = "role",
                    RequestParameters = ValueMap.Of(("integration.request.header.Content-Type", "'a'")),
                    RequestTemplates = ValueMap.Of(("application/json", "one")),
                    PassthroughBehavior = PassthroughBehavior.NEVER,
                    TimeoutInMillis = 500,
                    Responses =
                    [
                        new() { StatusCode = "200" },
                        new() { StatusCode = "500", SelectionPattern = "5..", ResponseParameters = ValueMap.Of(("method.response.header.X", "'x'")), ResponseTemplates = ValueMap.Of(("application/json", "{}")) },
                    ],
                },
                Responses = [new() { StatusCode = "200" }, new() { StatusCode = "500", ResponseParameters = ValueMap.Of(("method.response.header.X", false)) }],
            },
        ],
    };

    private static ApiModel Stage(ApiModel api, Func<StageModel, StageModel> change) => api with { Stages = [change(api.Stages[0])] };

    private static ApiModel Route(ApiModel api, Func<RouteModel, RouteModel> change) => api with { Routes = [change(api.Routes[0])] };

    private static ApiModel Integration(ApiModel api, Func<IntegrationModel, IntegrationModel> change) => Route(api, r => r with { Integration = change(r.Integration) });

    private static ApiModel Response(ApiModel api, Func<IntegrationResponseModel, IntegrationResponseModel> change) =>
        Integration(api, i => i with { Responses = [i.Responses[0], change(i.Responses[1])] });
}
