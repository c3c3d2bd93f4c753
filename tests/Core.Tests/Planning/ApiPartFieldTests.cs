using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Tests.Planning;

/// <summary>Each field of what routes name, changed in turn, is planned as exactly that change; and what AWS fills in is none.</summary>
public sealed class ApiPartFieldTests
{
    private static readonly Dictionary<string, (string Lines, Func<ApiModel, ApiModel> Change)> Rest = new()
    {
        ["authorizer uri"] = ("~ authorizer lambda uri: arn:f -> arn:g", a => Authorizer(a, x => x with { Uri = "arn:g" })),
        ["authorizer credentials"] = ("~ authorizer lambda credentials: arn:role -> (none)", a => Authorizer(a, x => x with { Credentials = null })),
        ["authorizer sources"] = ("~ authorizer lambda identitySources: [method.request.header.authorization] -> [method.request.header.x, context.stage]", a => Authorizer(a, x => x with { IdentitySources = ["method.request.header.X", "context.stage"] })),
        ["authorizer expression"] = ("~ authorizer lambda identityValidationExpression: (none) -> x+", a => Authorizer(a, x => x with { IdentityValidationExpression = "x+" })),
        ["authorizer ttl"] = ("~ authorizer lambda resultTtlInSeconds: 300 -> 0", a => Authorizer(a, x => x with { ResultTtlInSeconds = 0 })),
        ["authorizer pools"] = ("~ authorizer pools providerArns: [arn:p] -> [arn:p, arn:q]", a => Authorizer(a, x => x with { ProviderArns = ["arn:q", "arn:p"] }, 1)),
        ["authorizer type"] = (
            """
            ~ authorizer lambda name: lambda -> lambda-replaced
            + authorizer lambda
            ~ POST /users/{id} authorizer: lambda-replaced -> lambda
            - authorizer lambda-replaced
            """, a => Authorizer(a, x => x with { Type = AuthorizerType.TOKEN })),
        ["authorizer gone"] = ("~ POST /users/{id} authorizer: lambda -> (none)\n- authorizer lambda", a => Route(a with { Authorizers = [a.Authorizers[1]] }, r => r with { Authorizer = null })),
        ["authorizer of a route"] = ("~ POST /users/{id} authorizer: lambda -> pools", a => Route(a, r => r with { Authorizer = "pools" })),
        ["model description"] = ("~ model User description: A user -> (none)", a => Schema(a, x => x with { Description = null })),
        ["model schema"] = ("~ model User schema: 16 characters, sha256:2755368c -> 17 characters, sha256:a2c79926", a => Schema(a, x => x with { Schema = """{"type": "object"}""" })),
        ["model content type"] = (
            """
            - POST /users/{id}
            - model Users
            - model User
            + model User
            + model Users
            + POST /users/{id}
            """, a => Schema(a, x => x with { ContentType = "application/xml" })),
        ["models gone"] = (
            """
            ~ POST /users/{id} requestModels[application/json]: Users -> (none)
            - model Users
            - model User
            """, a => Route(a with { Models = [] }, r => r with { RequestModels = default })),
        ["validator body"] = ("~ request validator all validateRequestBody: True -> False", a => a with { RequestValidators = [new("all", false, true)] }),
        ["validator parameters"] = ("~ request validator all validateRequestParameters: True -> False", a => a with { RequestValidators = [new("all", true, false)] }),
        ["validator gone"] = ("~ POST /users/{id} requestValidator: all -> (none)\n- request validator all", a => Route(a with { RequestValidators = [] }, r => r with { RequestValidator = null })),
        ["gateway status"] = ("~ gateway response UNAUTHORIZED statusCode: 401 -> 403", a => Gateway(a, x => x with { StatusCode = "403" })),
        ["gateway parameter"] = ("~ gateway response UNAUTHORIZED parameters[gatewayresponse.header.x]: 'x' -> (none)", a => Gateway(a, x => x with { ResponseParameters = default })),
        ["gateway template"] = ("~ gateway response UNAUTHORIZED templates[application/json]: 40 characters, sha256:8410fc6a -> 2 characters, sha256:44136fa3", a => Gateway(a, x => x with { ResponseTemplates = ValueMap.Of(("application/json", "{}")) })),
        ["gateway gone"] = ("- gateway response UNAUTHORIZED", a => a with { GatewayResponses = [] }),
    };

    private static readonly Dictionary<string, (string Lines, Func<ApiModel, ApiModel> Change)> Http = new()
    {
        ["cors origins"] = ("~ HTTP API orders cors.allowOrigins: [https://a] -> [*]", a => Cors(a, c => c with { AllowOrigins = ["*"] })),
        ["cors methods"] = ("~ HTTP API orders cors.allowMethods: (none) -> [GET]", a => Cors(a, c => c with { AllowMethods = ["get"] })),
        ["cors headers"] = ("~ HTTP API orders cors.allowHeaders: (none) -> [authorization]", a => Cors(a, c => c with { AllowHeaders = ["Authorization"] })),
        ["cors exposed"] = ("~ HTTP API orders cors.exposeHeaders: (none) -> [date]", a => Cors(a, c => c with { ExposeHeaders = ["Date"] })),
        ["cors age"] = ("~ HTTP API orders cors.maxAge: (none) -> 60", a => Cors(a, c => c with { MaxAge = 60 })),
        ["cors credentials"] = ("~ HTTP API orders cors.allowCredentials: False -> True", a => Cors(a, c => c with { AllowCredentials = true })),
        ["no cors"] = ("~ HTTP API orders cors: present -> (none)", a => a with { Cors = null }),
        ["issuer"] = ("~ authorizer jwt issuer: https://i -> https://j", a => Authorizer(a, x => x with { Issuer = "https://j" })),
        ["audiences"] = ("~ authorizer jwt audiences: [one] -> [one, two]", a => Authorizer(a, x => x with { Audiences = ["two", "one"] })),
        ["payload format"] = ("~ authorizer lambda payloadFormatVersion: 2.0 -> 1.0", a => Authorizer(a, x => x with { PayloadFormatVersion = "1.0" }, 1)),
        ["simple responses"] = ("~ authorizer lambda enableSimpleResponses: True -> False", a => Authorizer(a, x => x with { EnableSimpleResponses = false }, 1)),
        ["ttl"] = ("~ authorizer lambda resultTtlInSeconds: 0 -> 60", a => Authorizer(a, x => x with { ResultTtlInSeconds = 60 }, 1)),
        ["authorizer type"] = (
            """
            ~ authorizer jwt name: jwt -> jwt-replaced
            + authorizer jwt
            ~ POST /a authorizer: jwt-replaced -> jwt
            - authorizer jwt-replaced
            """, a => Authorizer(a, x => x with { Type = AuthorizerType.REQUEST })),
        ["authorizer of a route"] = ("~ POST /a authorizer: jwt -> lambda", a => Route(a, r => r with { Authorizer = "lambda" })),
        ["scopes"] = ("~ POST /a authorizationScopes: (none) -> [read]", a => Route(a, r => r with { AuthorizationScopes = ["read"] })),
        ["connection"] = ("~ POST /a integration.connectionId: (none) -> link", a => Integration(a, i => i with { ConnectionId = "link" })),
        ["connection type"] = ("~ POST /a integration.connectionType: (none) -> VPC_LINK", a => Integration(a, i => i with { ConnectionType = ConnectionType.VPC_LINK })),
        ["tls"] = ("~ POST /a integration.tls.insecureSkipVerification: (none) -> False\n~ POST /a integration.tls.serverNameToVerify: (none) -> name", a => Integration(a, i => i with { Tls = new(false, "name") })),
        ["response parameter"] = ("~ POST /a integration.responseParameters[200][append:header.x]: 1 -> 2", a => Integration(a, i => i with { ResponseParameters = ValueMap.Of(("200", ValueMap.Of(("append:header.x", "2")))) })),
        ["no response parameter"] = ("~ POST /a integration.responseParameters[200][append:header.x]: 1 -> (none)", a => Integration(a, i => i with { ResponseParameters = default })),
    };

    public static TheoryData<string> RestFields => [.. Rest.Keys];

    public static TheoryData<string> HttpFields => [.. Http.Keys];

    [Theory]
    [MemberData(nameof(RestFields))]
    public void Plan_OneRestFieldChanged_IsThatChangeAndNothingMore(string field) => AssertPlanned(RestApi(), Rest[field]);

    [Theory]
    [MemberData(nameof(HttpFields))]
    public void Plan_OneHttpFieldChanged_IsThatChangeAndNothingMore(string field) => AssertPlanned(HttpApi(), Http[field]);

    [Fact]
    public void Plan_NewApi_MakesWhatMethodsNameBeforeThem() => Assert.Equal(
        """
        + REST API orders
        + request validator all
        + model User
        + model Users
        + authorizer lambda
        + authorizer pools
        + resource /users
        + resource /users/{id}
        + POST /users/{id}
        + gateway response UNAUTHORIZED
        """, Content(ApiPlanner.Plan(RestApi(), null, [])));

    [Fact]
    public void Plan_ModelsThatReferToEachOther_AreMadeAndDeletedInTheFewestCalls()
    {
        var circle = RestApi() with { Models = [Model("Left", "Right"), Model("Right", "Left")] };
        circle = Route(circle, r => r with { RequestModels = ValueMap.Of(("application/json", "Left")) });
        var aws = new SimulatedApi();

        var made = ApiPlanner.Plan(circle, null, []);
        aws.Apply(made);
        var deleted = ApiPlanner.Plan(Route(circle with { Models = [] }, r => r with { RequestModels = default }), aws.Observed, []);
        aws.Apply(deleted);

        Assert.Equal(["CreateModel", "CreateModel", "UpdateModel"], ModelCalls(made));
        Assert.Equal(["UpdateModel", "DeleteModel", "DeleteModel"], ModelCalls(deleted));
    }

    [Fact]
    public void Plan_WhatAwsFillsIn_IsNoChange()
    {
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(RestApi(), null, []));
        var api = aws.Observed!.Model;
        var observed = aws.Observed with
        {
            Model = api with
            {
                Authorizers = [api.Authorizers[0] with { ResultTtlInSeconds = 300 }, api.Authorizers[1] with { ResultTtlInSeconds = 300, IdentityValidationExpression = "" }],
                Models = [api.Models[0], api.Models[1] with { Schema = """{"items": {"$ref": "https://apigateway.amazonaws.com/restapis/abc123/models/User"}}""" }],
                GatewayResponses = [api.GatewayResponses[0] with { StatusCode = "401", ResponseTemplates = ValueMap.Of(("application/json", """{"message":$context.error.messageString}""")) }],
            },
        };

        Assert.Equal("", ApiPlanner.Plan(RestApi(), observed, []).ToString());
    }

    [Fact]
    public void WithAddresses_ReferencesOfAnyForm_AreAwsAddresses()
    {
        const string schema = """{"anyOf":[{"$ref":"#/models/A"},{"$ref":"#/components/schemas/B"},{"$ref":"#/definitions/C"},{"$ref":"https://apigateway.amazonaws.com/restapis/x/models/D"}]}""";

        Assert.Equal(
            """{"anyOf":[{"$ref":"https://apigateway.amazonaws.com/restapis/y/models/A"},{"$ref":"https://apigateway.amazonaws.com/restapis/y/models/B"},{"$ref":"#/definitions/C"},{"$ref":"https://apigateway.amazonaws.com/restapis/y/models/D"}]}""",
            SchemaReferences.WithAddresses(schema, "y"));
        Assert.Equal("no JSON", SchemaReferences.WithAddresses("no JSON", "y"));
    }

    [Fact]
    public void Plan_CorsGone_IsDeletedByItsOwnCall()
    {
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(HttpApi(), null, []));

        Assert.Equal(["DeleteCorsConfiguration"], Operations(ApiPlanner.Plan(HttpApi() with { Cors = null }, aws.Observed, [])));
        Assert.Equal(["UpdateApi", "DeleteCorsConfiguration"], Operations(ApiPlanner.Plan(HttpApi() with { Cors = null, Description = "d" }, aws.Observed, [])));
    }

    [Fact]
    public void Plan_IntegrationThatLosesAField_IsMadeAnew()
    {
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(HttpApi(), null, []));
        var desired = Integration(HttpApi(), i => i with { ResponseParameters = default });

        Assert.Equal(["CreateIntegration", "UpdateRoute", "DeleteIntegration"], Operations(ApiPlanner.Plan(desired, aws.Observed, [])));
    }

    private static void AssertPlanned(ApiModel before, (string Lines, Func<ApiModel, ApiModel> Change) field)
    {
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(before, null, []));
        var desired = field.Change(before);

        var plan = ApiPlanner.Plan(desired, aws.Observed, []);

        Assert.Equal(field.Lines, Content(plan));
        Assert.True(ApiPlanner.Plan(desired, aws.Apply(plan).Observed, []).IsEmpty);
    }

    private static string Content(Plan plan) =>
        string.Join('\n', plan.ToString().Split('\n').Where(l => !l.Contains(" deployment ", StringComparison.Ordinal)));

    private static IEnumerable<string> Operations(Plan plan) => plan.Steps.SelectMany(s => s.Calls).Select(c => c.Operation);

    private static IEnumerable<string> ModelCalls(Plan plan) => Operations(plan).Where(o => o.EndsWith("Model", StringComparison.Ordinal));

    private static SchemaModel Model(string name, string other) =>
        new() { Name = name, ContentType = "application/json", Schema = $$"""{"items":{"$ref":"#/components/schemas/{{other}}"} }""" };

    private static ApiModel RestApi() => Route(ApiPlannerFieldTests.RestApi(), r => r with { Authorization = AuthorizationType.CUSTOM, Authorizer = "lambda", RequestValidator = "all", RequestModels = ValueMap.Of(("application/json", "Users")) }) with
    {
        Authorizers =
        [
            new() { Name = "lambda", Type = AuthorizerType.REQUEST, Uri = "arn:f", Credentials = "arn:role", IdentitySources = ["method.request.header.Authorization"] },
            new() { Name = "pools", Type = AuthorizerType.COGNITO_USER_POOLS, IdentitySources = ["method.request.header.Authorization"], ProviderArns = ["arn:p"] },
        ],
        Models = [new() { Name = "User", ContentType = "application/json", Description = "A user", Schema = """{"title":"user"}""" }, Model("Users", "User")],
        RequestValidators = [new("all", true, true)],
        GatewayResponses = [new() { ResponseType = "UNAUTHORIZED", ResponseParameters = ValueMap.Of(("gatewayresponse.header.X", "'x'")) }],
    };

    private static ApiModel HttpApi() => new()
    {
        Protocol = ApiProtocol.HTTP,
        Region = "us-east-1",
        Name = "orders",
        Cors = new() { AllowOrigins = ["https://a"] },
        Authorizers =
        [
            new() { Name = "jwt", Type = AuthorizerType.JWT, IdentitySources = ["$request.header.Authorization"], Issuer = "https://i", Audiences = ["one"] },
            new() { Name = "lambda", Type = AuthorizerType.REQUEST, Uri = "arn:f", PayloadFormatVersion = "2.0", EnableSimpleResponses = true },
        ],
        Routes =
        [
            new()
            {
                Method = RouteMethod.POST,
                Path = "/a",
                Authorization = AuthorizationType.JWT,
                Authorizer = "jwt",
                Integration = new() { Type = IntegrationType.HTTP_PROXY, Uri = "https://b", HttpMethod = "POST", ResponseParameters = ValueMap.Of(("200", ValueMap.Of(("append:header.x", "1")))), TimeoutInMillis = 30_000 },
            },
        ],
        Stages = [new() { Name = "$default" }],
    };

    private static ApiModel Cors(ApiModel api, Func<CorsModel, CorsModel> change) => api with { Cors = change(api.Cors!) };

    private static ApiModel Authorizer(ApiModel api, Func<AuthorizerModel, AuthorizerModel> change, int index = 0) =>
        api with { Authorizers = api.Authorizers.Select((a, i) => i == index ? change(a) : a).ToValueList() };

    private static ApiModel Schema(ApiModel api, Func<SchemaModel, SchemaModel> change) => api with { Models = [change(api.Models[0]), api.Models[1]] };

    private static ApiModel Gateway(ApiModel api, Func<GatewayResponseModel, GatewayResponseModel> change) => api with { GatewayResponses = [change(api.GatewayResponses[0])] };

    private static ApiModel Route(ApiModel api, Func<RouteModel, RouteModel> change) => api with { Routes = [change(api.Routes[0])] };

    private static ApiModel Integration(ApiModel api, Func<IntegrationModel, IntegrationModel> change) => Route(api, r => r with { Integration = change(r.Integration) });
}
