using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.OpenApi;

/// <summary>
/// Random APIs with every field of every record, as API Gateway could hold them: names that are referred to exist, and each protocol has only its own fields.
/// </summary>
internal sealed class RandomApi(int seed)
{
    private static readonly string[] Paths = ["/", "/a", "/a/b", "/a/{v}", "/a/{v}/c", "/a~1/b", "/d/{v+}", "/e.f/g-h/{v}/{w}"];

    /// <summary>Texts that a document must not take for anything else.</summary>
    private static readonly string[] Texts = ["text", "", "'static'", "a\"b\\c\n\u00e9\u2028\ud83d\ude00</script>", "{\"$ref\": \"#/x\"}", "$input.json('$')", "null", "007", "true"];

    private static readonly string[] Schemas =
    [
        "{}", """{"type":"object"}""", """{"description":"An order","properties":{"id":{"maximum":1.50,"type":"number"}},"type":"object"}""",
        """{"enum":["a",1,null,true],"type":["string","null"]}""", """{"items":{"$ref":"#/components/schemas/Order"},"type":"array"}""",
        """{"properties":{"$ref":{"type":"string"},"next":{"$ref":"#/components/schemas/Empty"}}}""",
    ];

    private readonly Random random = new(seed);
    private ValueList<AuthorizerModel> authorizers;
    private ValueList<RequestValidatorModel> validators;

    /// <summary>Checks a property of many APIs of both protocols.</summary>
    public static void ForAll(Action<ApiModel> check) => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => check(new RandomApi(seed).Next()))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    public ApiModel Next() => Coin() ? Rest() : Http();

    private ApiModel Rest()
    {
        authorizers = Authorizers(AuthorizerType.TOKEN, AuthorizerType.REQUEST, AuthorizerType.COGNITO_USER_POOLS);
        validators = Some("all", "body", "parameters").Select(n => new RequestValidatorModel(n, Coin(), Coin())).ToValueList();
        return Frame(ApiProtocol.REST) with
        {
            EndpointType = Maybe(Pick(EndpointType.REGIONAL, EndpointType.EDGE)),
            ApiKeySource = Maybe(Pick(ApiKeySource.HEADER, ApiKeySource.AUTHORIZER)),
            BinaryMediaTypes = Sorted("*/*", "application/octet-stream", "image/png"),
            MinimumCompressionSize = Maybe(Pick(0, 1024, 10_485_760)),
            Policy = Text(null, """{"Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2012-10-17"}""", "{}"),
            Authorizers = authorizers,
            Models = new[] { "Empty", "Error", "Order" }.Select(Schema).ToValueList(),
            RequestValidators = validators,
            GatewayResponses = Some("BAD_REQUEST_BODY", "DEFAULT_4XX", "THROTTLED").Select(GatewayResponse).ToValueList(),
            Routes = Routes(RestRoute),
        };
    }

    private ApiModel Http()
    {
        authorizers = Authorizers(AuthorizerType.REQUEST, AuthorizerType.JWT);
        return Frame(ApiProtocol.HTTP) with
        {
            Cors = Coin() ? Cors() : null,
            Authorizers = authorizers,
            Routes = Routes(HttpRoute),
        };
    }

    private ApiModel Frame(ApiProtocol protocol) => new()
    {
        Protocol = protocol,
        Region = Pick("us-east-1", "cn-north-1"),
        Name = Pick("orders", "Orders \"of\" \u00e9", "null"),
        Description = Text(null, "Takes orders", "1.0"),
        DisableExecuteApiEndpoint = Coin(),
        Tags = Some(("directroute.dev/name", "orders"), ("team", Text()), ("empty", "")).Select(t => KeyValuePair.Create(t.Item1, t.Item2)).ToValueMap(),
        Stages = Some("$default", "prod").Select(n => new StageModel { Name = n, Description = Text(null, "d"), Variables = Map("k", "l") }).ToValueList(),
    };

    private SchemaModel Schema(string name)
    {
        var schema = Pick(Schemas);
        return new() { Name = name, ContentType = Pick("application/json", "application/xml"), Description = Text(null, "An order", "Another"), Schema = schema };
    }

    private GatewayResponseModel GatewayResponse(string type) => new()
    {
        ResponseType = type,
        StatusCode = Text(null, "400", "429"),
        ResponseParameters = Map("gatewayresponse.header.X", "gatewayresponse.header.Y"),
        ResponseTemplates = Map("application/json", "text/plain"),
    };

    private CorsModel Cors() => new()
    {
        AllowOrigins = Sorted("*", "https://example.com"),
        AllowMethods = Sorted("GET", "POST"),
        AllowHeaders = Sorted("content-type", "x-a"),
        ExposeHeaders = Sorted("x-b", "x-c"),
        MaxAge = Maybe(Pick(-1, 0, 86_400)),
        AllowCredentials = Coin(),
    };

    private ValueList<AuthorizerModel> Authorizers(params AuthorizerType[] types) =>
        Some("Pool", "api_key", "custom-1", "sigv4", "sigv4-2").Select(name => Authorizer(name, Pick(types))).ToValueList();

    private AuthorizerModel Authorizer(string name, AuthorizerType type)
    {
        var isFunction = type is AuthorizerType.TOKEN or AuthorizerType.REQUEST;
        var sources = type switch
        {
            AuthorizerType.JWT => Some("$request.header.Authorization", "$request.querystring.token").ToValueList(),
            AuthorizerType.REQUEST => Some("method.request.header.A", "$context.identity.sourceIp", "method.request.querystring.b").ToValueList(),
            _ => Pick<ValueList<string>>([], ["method.request.header.Authorization"], ["method.request.header.Unused"], ["method.request.querystring.t"]),
        };
        return new()
        {
            Name = name,
            Type = type,
            Uri = isFunction ? Text("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations", "arn:g", null) : null,
            Credentials = isFunction ? Text(null, "arn:aws:iam::1:role/r") : null,
            IdentitySources = sources,
            IdentityValidationExpression = type == AuthorizerType.TOKEN ? Text(null, "^x-[a-z]+,$") : null,
            ResultTtlInSeconds = Maybe(Pick(0, 300, 3600)),
            ProviderArns = type == AuthorizerType.COGNITO_USER_POOLS ? Sorted("arn:aws:cognito-idp:us-east-1:1:userpool/a", "arn:b") : default,
            Issuer = type == AuthorizerType.JWT ? Text(null, "https://example.com") : null,
            Audiences = type == AuthorizerType.JWT ? Sorted("a", "b") : default,
            PayloadFormatVersion = type == AuthorizerType.REQUEST ? Text(null, "1.0", "2.0") : null,
            EnableSimpleResponses = type == AuthorizerType.REQUEST && Coin(),
        };
    }

    private ValueList<RouteModel> Routes(Func<RouteMethod, string, RouteModel> make)
    {
        var keys = from path in Paths from method in Enum.GetValues<RouteMethod>() select (method, path);
        return keys.Where(_ => random.Next(12) == 0).Select(k => make(k.method, k.path)).OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList();
    }

    private RouteModel Route(RouteMethod method, string path, IntegrationModel integration)
    {
        var route = new RouteModel { Method = method, Path = path, Authorization = Pick(AuthorizationType.NONE, AuthorizationType.AWS_IAM), Integration = integration };
        if (authorizers.Count == 0 || Coin()) return route;
        var authorizer = authorizers[random.Next(authorizers.Count)];
        return route with
        {
            Authorizer = authorizer.Name,
            AuthorizationScopes = Sorted("email", "openid"),
            Authorization = authorizer.Type switch
            {
                AuthorizerType.COGNITO_USER_POOLS => AuthorizationType.COGNITO_USER_POOLS,
                AuthorizerType.JWT => AuthorizationType.JWT,
                _ => AuthorizationType.CUSTOM,
            },
        };
    }

    private RouteModel RestRoute(RouteMethod method, string path)
    {
        var variables = new[] { "v", "w" }.Where(v => path.Contains($"{{{v}", StringComparison.Ordinal)).Select(v => KeyValuePair.Create($"method.request.path.{v}", true));
        var others = Some("method.request.header.X-A.b", "method.request.querystring.q", "method.request.querystring.header").Select(k => KeyValuePair.Create(k, Coin()));
        return Route(method, path, RestIntegration()) with
        {
            ApiKeyRequired = Coin(),
            OperationName = Text(null, "CreateOrder", "GET HTTP"),
            RequestValidator = validators.Count == 0 || Coin() ? null : validators[random.Next(validators.Count)].Name,
            RequestModels = Models(),
            RequestParameters = variables.Concat(others).ToValueMap(),
            Responses = Some("200", "404", "500").Select(MethodResponse).ToValueList(),
        };
    }

    private MethodResponseModel MethodResponse(string status) => new()
    {
        StatusCode = status,
        ResponseParameters = Some("method.response.header.X", "method.response.header.x-y").Select(k => KeyValuePair.Create(k, Coin())).ToValueMap(),
        ResponseModels = Models(),
    };

    private ValueMap<string> Models() => Some("application/json", "application/xml").Select(t => KeyValuePair.Create(t, Pick("Empty", "Error", "Order"))).ToValueMap();

    private IntegrationModel RestIntegration()
    {
        if (random.Next(10) == 0) return ObservedApi.NoIntegration;
        var type = Pick(Enum.GetValues<IntegrationType>());
        return Integration(type) with
        {
            HttpMethod = type == IntegrationType.MOCK ? null : Text(null, "POST", "GET"),
            RequestTemplates = Map("application/json", "text/plain"),
            PassthroughBehavior = Maybe(Pick(Enum.GetValues<PassthroughBehavior>())),
            ContentHandling = Handling(),
            CacheKeyParameters = Sorted("method.request.path.v", "method.request.querystring.q"),
            CacheNamespace = Text(null, "shared"),
            Responses = Responses(),
        };
    }

    private ValueList<IntegrationResponseModel> Responses()
    {
        var patterns = new[] { null, "4\\d{2}", "5[\\s\\S]*", "x-odd/~pattern", ".*" }.OrderBy(_ => random.Next()).ToList();
        return Some("200", "404", "429", "500").Select((status, i) => new IntegrationResponseModel
        {
            StatusCode = status,
            SelectionPattern = patterns[i],
            ResponseParameters = Map("method.response.header.X", "method.response.header.Y"),
            ResponseTemplates = Map("application/json", "text/plain"),
            ContentHandling = Handling(),
        }).ToValueList();
    }

    private RouteModel HttpRoute(RouteMethod method, string path) => Route(method, path, random.Next(10) == 0 ? ObservedApi.NoIntegration : Integration(
        Pick(IntegrationType.AWS_PROXY, IntegrationType.HTTP_PROXY)) with
    {
        Subtype = Text(null, "SQS-SendMessage", "Kinesis-PutRecord"),
        HttpMethod = Text(null, "POST", "ANY"),
        PayloadFormatVersion = Text(null, "1.0", "2.0"),
        ResponseParameters = Some("200", "500").Select(s => KeyValuePair.Create(s, Map("append:header.x", "overwrite:statuscode"))).ToValueMap(),
    });

    private IntegrationModel Integration(IntegrationType type) => new()
    {
        Type = type,
        Uri = Text(null, "arn:aws:apigateway:us-east-1:sqs:path/1/q", "https://example.com/{v}"),
        Credentials = Text(null, "arn:aws:iam::1:role/r", "arn:aws:iam::*:user/*"),
        RequestParameters = Map("integration.request.header.Content-Type", "overwrite:path"),
        ConnectionType = Maybe(Pick(ConnectionType.INTERNET, ConnectionType.VPC_LINK)),
        ConnectionId = Text(null, "abc123", "${stageVariables.link}"),
        Tls = Coin() ? null : new TlsModel(Coin(), Text(null, "internal.example.com")),
        TimeoutInMillis = Pick(50, 29_000, 30_000),
    };

    private ContentHandling? Handling() => Maybe(Pick(ContentHandling.CONVERT_TO_BINARY, ContentHandling.CONVERT_TO_TEXT));

    private bool Coin() => random.Next(2) == 0;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private T? Maybe<T>(T value)
        where T : struct => Coin() ? value : null;

    private string? Text(params string?[] from) => Pick(from);

    private string Text() => Pick(Texts);

    private IEnumerable<T> Some<T>(params T[] from) => [.. from.Where(_ => random.Next(3) > 0)];

    private ValueList<string> Sorted(params string[] from) => Some(from).Order(StringComparer.Ordinal).ToValueList();

    private ValueMap<string> Map(params string[] keys) => Some(keys).Select(k => KeyValuePair.Create(k, Text())).ToValueMap();
}
