using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Planning;

/// <summary>Random APIs and roles, small enough that two of them often meet in a path, a stage or a policy.</summary>
internal sealed class RandomModels(int seed)
{
    private static readonly string[] Paths = ["/", "/a", "/a/b", "/a/{v}", "/a/{v}/c", "/d/{v+}", "/e/f/g"];
    private readonly Random random = new(seed);

    /// <summary>Checks a property for many seeds.</summary>
    public static void ForAll(Action<RandomModels> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => check(new RandomModels(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    public int Next(int below) => random.Next(below);

    public bool Coin() => random.Next(2) == 0;

    public ApiModel Api(ApiProtocol protocol)
    {
        var api = Settings(protocol) with { Authorizers = Authorizers(protocol) };
        if (protocol == ApiProtocol.REST) api = api with { Models = Models(), RequestValidators = Validators(), GatewayResponses = GatewayResponses() };
        return api with { Routes = api.Routes.Select(r => Naming(r, api)).ToValueList() };
    }

    private ApiModel Settings(ApiProtocol protocol) => new()
    {
        Protocol = protocol,
        Region = "us-east-1",
        Name = Pick("orders", "invoices"),
        Description = Pick<string?>(null, "", "Takes orders"),
        EndpointType = protocol == ApiProtocol.REST ? Pick<EndpointType?>(null, EndpointType.REGIONAL, EndpointType.EDGE) : null,
        DisableExecuteApiEndpoint = Coin(),
        Tags = Map(("directroute.dev/name", "orders"), ("team", Pick("a", "b"))),
        ApiKeySource = protocol == ApiProtocol.REST ? Pick<ApiKeySource?>(null, ApiKeySource.HEADER, ApiKeySource.AUTHORIZER) : null,
        BinaryMediaTypes = protocol == ApiProtocol.REST ? Some("*/*", "image/png").ToValueList() : [],
        MinimumCompressionSize = protocol == ApiProtocol.REST ? Pick<int?>(null, 0, 1024) : null,
        Policy = protocol == ApiProtocol.REST ? Pick<string?>(null, """{"Statement":[{"Effect":"Allow","Action":["a","b"]}]}""", """{"Statement":{"Effect":"Allow","Action":["b","a"]}}""", "{}") : null,
        Cors = protocol == ApiProtocol.HTTP ? Cors() : null,
        Routes = Routes(protocol),
        Stages = Some("prod", "test").Select(n => new StageModel { Name = n, Description = Pick<string?>(null, "d"), Variables = Map(("k", Pick("1", "2"))) }).ToValueList(),
    };

    public RoleModel Role() => new()
    {
        Name = "directroute-orders",
        Path = "/",
        Description = Pick<string?>(null, "", "A role"),
        PermissionsBoundary = Pick<string?>(null, "arn:aws:iam::1:policy/a", "arn:aws:iam::1:policy/b"),
        MaxSessionDuration = Pick(3600, 7200),
        Tags = Map(("team", Pick("a", "b"))),
        TrustPolicy = new() { Statements = [new() { ServicePrincipal = Pick("apigateway.amazonaws.com", "lambda.amazonaws.com"), Actions = ["sts:AssumeRole"] }] },
        InlinePolicies = Some(RoleModel.InlinePolicyName, "extra").Select(n => KeyValuePair.Create(n, Policy())).ToValueMap(),
        ManagedPolicyArns = Some("arn:aws:iam::aws:policy/x", "arn:aws:iam::aws:policy/y").ToValueList(),
    };

    /// <summary>Names something of the API, or nothing.</summary>
    private RouteModel Naming(RouteModel route, ApiModel api)
    {
        string[] models = ["Empty", .. api.Models.Select(m => m.Name)];
        var named = route with
        {
            Authorizer = Pick([null, .. api.Authorizers.Select(a => a.Name)]),
            RequestValidator = Pick([null, .. api.RequestValidators.Select(v => v.Name)]),
        };
        return api.Protocol == ApiProtocol.HTTP ? named : named with
        {
            RequestModels = Coin() ? default : Map(("application/json", Pick(models))),
            Responses = route.Responses.Select(r => r with { ResponseModels = Coin() ? default : Map(("application/json", Pick(models))) }).ToValueList(),
        };
    }

    private ValueList<AuthorizerModel> Authorizers(ApiProtocol protocol) => Some("a", "b").Select(name => new AuthorizerModel
    {
        Name = name,
        Type = protocol == ApiProtocol.REST ? Pick(AuthorizerType.TOKEN, AuthorizerType.REQUEST, AuthorizerType.COGNITO_USER_POOLS) : Pick(AuthorizerType.REQUEST, AuthorizerType.JWT),
        Uri = Pick("arn:f", "arn:g"),
        Credentials = Pick(null, "", "arn:role"),
        IdentitySources = [.. Some("method.request.header.Authorization", "method.request.querystring.q")],
        IdentityValidationExpression = Pick(null, "", "x+"),
        ResultTtlInSeconds = Pick<int?>(null, 0, 300),
        ProviderArns = [.. Some("arn:p", "arn:q")],
        Issuer = Pick("https://i", "https://j"),
        Audiences = [.. Some("one", "two")],
        PayloadFormatVersion = Pick(null, "1.0", "2.0"),
        EnableSimpleResponses = Coin(),
    }).ToValueList();

    private ValueList<SchemaModel> Models()
    {
        var names = Some("A", "B", "C").ToList();
        return names.Select(n => new SchemaModel
        {
            Name = n,
            ContentType = Next(4) == 0 ? "text/x" : "application/json",
            Description = Pick(null, "", "d"),
            // Any of them may refer to any other, in a circle too.
            Schema = Coin() ? Pick("{}", """{"type":"object"}""") : $$"""{"items":{"$ref":"{{Pick("#/components/schemas/", "#/models/")}}{{Pick([.. names])}}"} }""",
        }).ToValueList();
    }

    private ValueList<RequestValidatorModel> Validators() => Some("all", "body").Select(n => new RequestValidatorModel(n, Coin(), Coin())).ToValueList();

    private ValueList<GatewayResponseModel> GatewayResponses() => Some("DEFAULT_4XX", "UNAUTHORIZED").Select(t => new GatewayResponseModel
    {
        ResponseType = t,
        StatusCode = Pick(null, "", "401", "499"),
        ResponseParameters = Coin() ? default : Map(("gatewayresponse.header.X", Pick("'x'", "'y'"))),
        ResponseTemplates = Coin() ? default : Map(("application/json", Pick("{}", """{"message":$context.error.messageString}"""))),
    }).ToValueList();

    private CorsModel? Cors() => Coin() ? null : new()
    {
        AllowOrigins = [.. Some("https://a", "https://b")],
        AllowMethods = [.. Some("GET", "POST")],
        AllowHeaders = [.. Some("Authorization", "X")],
        ExposeHeaders = [.. Some("Date", "Y")],
        MaxAge = Pick<int?>(null, 0, 60),
        AllowCredentials = Coin(),
    };

    private PolicyModel Policy() => new()
    {
        Statements = Some("sqs:SendMessage", "dynamodb:GetItem", "sns:Publish")
            .Select(a => new StatementModel { Effect = Pick(PolicyEffect.Allow, PolicyEffect.Deny), Actions = [a], Resources = [Pick("*", "arn:aws:sqs:us-east-1:1:q")] })
            .ToValueList(),
    };

    private ValueList<RouteModel> Routes(ApiProtocol protocol)
    {
        // A parent can have one path variable: all of a model have one name, and two models often another.
        var variable = Pick("x", "y");
        var keys = from path in Paths from method in new[] { RouteMethod.ANY, RouteMethod.GET, RouteMethod.POST } select (method, path);
        return keys.Where(_ => Next(5) == 0)
            .Select(k => protocol == ApiProtocol.REST ? Rest(k.method, k.path, variable) : Http(k.method, k.path.Replace("{v", $"{{{variable}", StringComparison.Ordinal)))
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList();
    }

    private RouteModel Rest(RouteMethod method, string path, string variable)
    {
        var parameters = path.Contains('{', StringComparison.Ordinal) ? Map(($"method.request.path.{variable}", true)) : default;
        var statuses = Some("200", "404", "500").ToList();
        return new()
        {
            Method = method,
            Path = path.Replace("{v", $"{{{variable}", StringComparison.Ordinal),
            Authorization = Pick(AuthorizationType.NONE, AuthorizationType.AWS_IAM),
            AuthorizationScopes = Some("read", "write").ToValueList(),
            ApiKeyRequired = Coin(),
            OperationName = Pick(null, "", "operation"),
            RequestParameters = parameters,
            Integration = new()
            {
                Type = IntegrationType.AWS,
                Uri = Pick("arn:aws:apigateway:us-east-1:sqs:path/1/q", "arn:aws:apigateway:us-east-1:dynamodb:action/GetItem"),
                HttpMethod = "POST",
                Credentials = "arn:aws:iam::1:role/r",
                RequestParameters = parameters.Keys.Select(k => KeyValuePair.Create("integration.request.querystring.q", k)).Append(new("integration.request.header.Content-Type", "'a/b'")).ToValueMap(),
                RequestTemplates = Map(("application/json", Pick("one", "two"))),
                PassthroughBehavior = Pick<PassthroughBehavior?>(null, PassthroughBehavior.NEVER, PassthroughBehavior.WHEN_NO_MATCH),
                TimeoutInMillis = Pick(0, 29_000, 500),
                ContentHandling = Handling(),
                ConnectionType = Pick<ConnectionType?>(null, ConnectionType.INTERNET, ConnectionType.VPC_LINK),
                ConnectionId = Pick(null, "link"),
                Tls = Pick(null, new TlsModel(false, null), new TlsModel(true, null)),
                CacheKeyParameters = parameters.Keys.ToValueList(),
                CacheNamespace = Pick(null, "shared"),
                Responses = statuses.Select(s => new IntegrationResponseModel { ContentHandling = Handling(), StatusCode = s, SelectionPattern = s == "200" ? null : s, ResponseTemplates = Map(("application/json", Pick("r", "s"))) }).ToValueList(),
            },
            Responses = statuses.Select(s => new MethodResponseModel { StatusCode = s, ResponseParameters = Coin() ? default : Map(("method.response.header.X", false)) }).ToValueList(),
        };
    }

    private RouteModel Http(RouteMethod method, string path) => new()
    {
        Method = method,
        Path = path,
        Authorization = Pick(AuthorizationType.NONE, AuthorizationType.AWS_IAM),
        AuthorizationScopes = [.. Some("read", "write")],
        Integration = new()
        {
            Type = IntegrationType.AWS_PROXY,
            Subtype = Pick("SQS-SendMessage", "Kinesis-PutRecord"),
            Credentials = Pick("arn:aws:iam::1:role/r", null),
            ConnectionType = Pick<ConnectionType?>(null, ConnectionType.INTERNET, ConnectionType.VPC_LINK),
            ConnectionId = Pick(null, "link"),
            Tls = Pick(null, new TlsModel(false, null), new TlsModel(false, "name")),
            ResponseParameters = Some("200", "500").Select(s => KeyValuePair.Create(s, Some(("overwrite:statuscode", "403"), ("append:header.x", Pick("a", "b"))).Select(p => KeyValuePair.Create(p.Item1, p.Item2)).ToValueMap())).ToValueMap(),
            RequestParameters = Some(("QueueUrl", "q"), ("MessageBody", Pick("a", "b")), ("DelaySeconds", "1")).Select(p => KeyValuePair.Create(p.Item1, p.Item2)).ToValueMap(),
            PayloadFormatVersion = Pick<string?>(null, "1.0"),
            TimeoutInMillis = Pick(0, 30_000, 500),
        },
    };

    private ContentHandling? Handling() => Pick<ContentHandling?>(null, ContentHandling.CONVERT_TO_BINARY, ContentHandling.CONVERT_TO_TEXT);

    private T Pick<T>(params T[] from) => from[Next(from.Length)];

    private IEnumerable<T> Some<T>(params T[] from) => [.. from.Where(_ => Next(3) > 0)];

    private static ValueMap<T> Map<T>(params ReadOnlySpan<(string, T)> entries) => ValueMap.Of(entries);
}
