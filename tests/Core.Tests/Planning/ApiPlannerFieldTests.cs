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
        ["stage description"] = ("~ stage prod description: (none) -> d", a => Stage(a, s => s with { Description = "d" })),
        ["stage variable"] = ("~ stage prod variables[k]: v -> w", a => Stage(a, s => s with { Variables = s.Variables.With("k", "w") })),
        ["authorization"] = ("~ POST /users/{id} authorization: NONE -> AWS_IAM", a => Route(a, r => r with { Authorization = AuthorizationType.AWS_IAM })),
        ["requestParameters"] = ("~ POST /users/{id} requestParameters[method.request.path.id]: True -> False", a => Route(a, r => r with { RequestParameters = r.RequestParameters.With("method.request.path.id", false) })),
        ["type"] = ("~ POST /users/{id} integration.type: AWS -> HTTP", a => Integration(a, i => i with { Type = IntegrationType.HTTP })),
        ["uri"] = ("~ POST /users/{id} integration.uri: arn:a -> arn:b", a => Integration(a, i => i with { Uri = "arn:b" })),
        ["httpMethod"] = ("~ POST /users/{id} integration.httpMethod: POST -> GET", a => Integration(a, i => i with { HttpMethod = "GET" })),
        ["credentials"] = ("~ POST /users/{id} integration.credentials: role -> (none)", a => Integration(a, i => i with { Credentials = null })),
        ["parameter"] = ("~ POST /users/{id} integration.requestParameters[integration.request.header.content-type]: 'a' -> 'b'", a => Integration(a, i => i with { RequestParameters = i.RequestParameters.With("integration.request.header.Content-Type", "'b'") })),
        ["template"] = ("~ POST /users/{id} integration.requestTemplates[application/json]: 3 characters, sha256:7692c3ad -> 5 characters, sha256:8b5b9db0", a => Integration(a, i => i with { RequestTemplates = i.RequestTemplates.With("application/json", "three") })),
        ["passthrough"] = ("~ POST /users/{id} integration.passthroughBehavior: NEVER -> WHEN_NO_MATCH", a => Integration(a, i => i with { PassthroughBehavior = PassthroughBehavior.WHEN_NO_MATCH })),
        ["timeout"] = ("~ POST /users/{id} integration.timeoutInMillis: 500 -> 600", a => Integration(a, i => i with { TimeoutInMillis = 600 })),
        ["pattern"] = ("~ POST /users/{id} integration.responses[500].selectionPattern: 5.. -> 4..", a => Response(a, r => r with { SelectionPattern = "4.." })),
        ["response parameter"] = ("~ POST /users/{id} integration.responses[500].parameters[method.response.header.x]: 'x' -> 'y'", a => Response(a, r => r with { ResponseParameters = r.ResponseParameters.With("method.response.header.X", "'y'") })),
        ["response template"] = ("~ POST /users/{id} integration.responses[500].templates[application/json]: 2 characters, sha256:44136fa3 -> 0 characters, sha256:e3b0c442", a => Response(a, r => r with { ResponseTemplates = r.ResponseTemplates.With("application/json", "") })),
        ["response header"] = ("~ POST /users/{id} responses[500].parameters[method.response.header.x]: False -> True", a => Route(a, r => r with { Responses = [r.Responses[0], r.Responses[1] with { ResponseParameters = r.Responses[1].ResponseParameters.With("method.response.header.X", true) }] })),
    };

    public static TheoryData<string> RestFields => [.. Rest.Keys];

    [Theory]
    [MemberData(nameof(RestFields))]
    public void Plan_OneRestFieldChanged_IsThatChangeAndNothingMore(string field)
    {
        var (line, change) = Rest[field];
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(RestApi(), null, []));
        var desired = change(RestApi());

        var plan = ApiPlanner.Plan(desired, aws.Observed, []);

        Assert.Equal([line], plan.ToString().Split('\n').Where(l => !l.StartsWith("+ deployment", StringComparison.Ordinal)));
        Assert.True(ApiPlanner.Plan(desired, aws.Apply(plan).Observed, []).IsEmpty);
    }

    [Fact]
    public void Plan_WhatAwsFillsIn_IsNoChange()
    {
        var declared = RestApi() with { Description = "", EndpointType = null };
        declared = Integration(declared, i => i with { PassthroughBehavior = null, TimeoutInMillis = 0, HttpMethod = "post" });
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(declared, null, []));
        var observed = aws.Observed! with
        {
            Model = Integration(aws.Observed.Model, i => i with { PassthroughBehavior = PassthroughBehavior.WHEN_NO_MATCH, TimeoutInMillis = 29_000, HttpMethod = "POST" }) with
            {
                Description = null,
                EndpointType = EndpointType.REGIONAL,
                Tags = aws.Observed.Model.Tags.With("aws:cloudformation:stack-name", "s"),
            },
        };

        Assert.Equal("", ApiPlanner.Plan(declared, observed, []).ToString());
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
