using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

/// <summary>Manifests that no schema has checked: wrong, missing and malicious values beside right ones. One seed, one input.</summary>
internal sealed class HostileInputs(int seed)
{
    private static readonly string?[] Texts =
    [
        null, "", "a", "prod", "$default", "us-east-1", "us-east-1\n", "cn-north-1", "/", "/a", "/{a}", "/{a+}/b", "/{a}/{a}", "//", "/{", "/{b}", "/a/{b}/c", "{", "}",
        "sqs:SendMessage", "dynamodb:GetItem", "sqs:sendmessage", ":", "::", "arn:", Samples.Queue, Samples.Table, Samples.Queue + ".fifo", "arn:aws-cn:sqs:cn-north-1:123456789012:q",
        "arn:aws:sqs:us-east-1:999999999999:q", "$", "$$", "${", "${}", "$request", "$request.body", "$request.body.a[0].b", "$request.body[99999999999]", "$request.path.a",
        "$request.header.X", "a ${request.querystring.q} b", "$context.identity.sourceIp", "$stageVariables.x", "$request.querystring.q ?? 5", "$request.body[\"a b\"] ?? \"x'#$\"", "number($request.header.n)", "json($request.body)", "$response.body", "../x", "$input.body", "\\\"#set($x=1)#end", "\ud800", "\u0000", "漢字",
        "aws:x", "directroute.dev/x", "arn:aws:iam::123456789012:role/x", new('x', 3000),
    ];

    private static readonly string[] Paths = ["/", "/a", "/a/{b}", "/a/{c}", "/a/{b}/c", "/a/{rest+}"];

    private static readonly string[] Origins = ["https://a.example.com", "https://b.example.com", "*"];

    private static readonly string[] Names = ["MessageBody", "DelaySeconds", "MessageGroupId", "MessageAttributes", "Key", "ConsistentRead", "ExpressionAttributeNames", "QueueUrl", "x", "", "S", "N", "DataType"];

    private readonly Random random = new(seed);

    public ApiInput Api() => new()
    {
        Owner = new Owner("c", "DirectApi", "shop", Text() ?? "orders"),
        Account = !Rarely() ? Samples.Account : Samples.Account with { Region = Text()!, Roles = new RoleDefaults { Path = Text(), NamePrefix = Text(), PermissionsBoundary = Text(), Tags = Map() } },
        Spec = new DirectApiSpec
        {
            Protocol = Rarely() ? (ApiProtocol)2 : (ApiProtocol)random.Next(2),
            Name = Rarely() ? Text() : null,
            Description = Rarely() ? Text() : null,
            BinaryMediaTypes = !Rarely() ? null : [.. Times(_ => Text()!)],
            Models = !Rarely() ? null : [.. Times(_ => random.Next(9) == 0 ? null! : new ApiSchema { Name = Text()!, Schema = (Tree(4) as JsonObject)! })],
            GatewayResponses = !Rarely() ? null : [.. Times(_ => random.Next(9) == 0 ? null! : new GatewayResponse { Type = (GatewayResponseType)random.Next(22), Status = random.Next(700), Headers = Map(), Body = Tree(3) })],
            Cors = !Rarely() ? null : Cors(),
            Region = Rarely() ? Text() : null,
            Tags = Rarely() ? Map() : null,
            Stages = !Rarely() ? null : [.. Times(i => random.Next(9) == 0 ? null! : new ApiStage { Name = Text()!, Description = Text(), Variables = Map() })],
            AllowedRoutes = new AllowedRoutes { Namespaces = !Rarely() ? null : new NamespaceSelector { From = (NamespacesFrom)random.Next(4), Selector = Selector() } },
            RoleRef = !Rarely() ? null : new RoleReference { Name = Text()! },
            Auth = random.Next(2) == 0 ? null : new RouteAuth { Type = (AuthType)random.Next(3) },
            Endpoint = random.Next(2) == 0 ? null : new ApiEndpoint { Type = (EndpointType)random.Next(2) },
        },
        Routes = Times(Route).ToValueList(),
        Roles = ValueMap.Of(("shop/a", new RoleFacts { AccountName = Text()!, Arn = Text() }), ("shop/prod", new RoleFacts { AccountName = "default", Arn = Text() }), ("shop/", null!)),
    };

    public RoleInput Role() => new()
    {
        Owner = new Owner("c", "IntegrationRole", "shop", Text() ?? "orders"),
        Account = Samples.Account,
        Spec = new IntegrationRoleSpec
        {
            RoleName = Text(),
            Path = Text(),
            Description = Text(),
            PermissionsBoundary = Text(),
            MaxSessionDuration = random.Next(50_000),
            Tags = Map(),
            ManagedPolicyArns = [.. Times(_ => Text()!)],
            ExistingRoleArn = random.Next(3) > 0 ? null : Text(),
            Statements =
            [
                .. Times(_ => random.Next(9) == 0 ? null! : new PolicyStatement
                {
                    Sid = Text(), Effect = (PolicyEffect)random.Next(3), Action = [.. Times(_ => Text()!)], Resource = [.. Times(_ => Text()!)], Condition = Tree(2) as JsonObject,
                }),
            ],
        },
        Requests = Times(i => new RoleRequest($"shop/{i}", [new Permission(Text() ?? "a:b", Text() ?? "*")])).ToValueList(),
    };

    private ApiCors Cors() => new()
    {
        AllowOrigins = random.Next(2) == 0 ? [.. Times(_ => Text()!)] : [.. Origins.Take(random.Next(4))],
        AllowMethods = Rarely() ? [.. Times(_ => Text()!)] : null,
        AllowHeaders = Rarely() ? [.. Times(_ => Text()!)] : null,
        MaxAge = Rarely() ? random.Next(-1, 100_000) : null,
        AllowCredentials = random.Next(2) == 0,
    };

    private RouteInput Route(int index) => new()
    {
        Namespace = Rarely() ? "other" : "shop",
        Name = $"r{index}",
        Uid = $"{index}",
        CreationTimestamp = DateTimeOffset.UnixEpoch.AddDays(random.Next(3)),
        Spec = random.Next(40) == 0 ? null! : new DirectRouteSpec
        {
            ApiRef = null!,
            Match = random.Next(40) == 0 ? null! : new RouteMatch { Method = Rarely() ? (RouteMethod)8 : (RouteMethod)random.Next(2), Path = Rarely() ? Text()! : Paths[random.Next(Paths.Length)] },
            Target = random.Next(40) == 0 ? null! : Target(),
            Responses = !Rarely() ? null : [.. Times(_ => Response())],
            Request = !Rarely() ? null : new RouteRequest { Schema = Tree(4) as JsonObject, Model = Text(), ContentTypes = [.. Times(_ => Text()!)], Headers = [.. Times(_ => Text()!)] },
            TimeoutInMillis = !Rarely() ? null : random.Next(-1, 40_000),
            RoleRef = !Rarely() ? null : new RoleReference { Name = Text()! },
        },
    };

    private RouteTarget OtherTarget() => new()
    {
        Action = Rarely() ? Text() : null,
        Lambda = random.Next(3) > 0 ? null : new LambdaFunction { FunctionArn = Text()!, Qualifier = Text(), Proxy = random.Next(2) == 0, Body = Tree(4), PayloadFormatVersion = Text() },
        Http = random.Next(3) > 0 ? null : new HttpBackend
        {
            Url = Rarely() ? Text()! : "https://example.com/{b}" + Text(),
            Method = (RouteMethod)random.Next(9),
            Proxy = random.Next(2) == 0,
            Headers = Map(),
            Querystring = Map(),
            Body = Tree(4),
            ConnectionId = Text(),
        },
        Mock = random.Next(3) > 0 ? null : new MockBackend { Status = random.Next(700) },
        Raw = random.Next(3) > 0 ? null : new RawIntegration
        {
            Type = (RawType)random.Next(6),
            Uri = Text(),
            HttpMethod = (RouteMethod)random.Next(9),
            RequestParameters = Map(),
            RequestTemplates = Map(),
            CacheKeyParameters = [.. Times(_ => Text()!)],
            Permissions = [.. Times(_ => random.Next(9) == 0 ? null! : new RawPermission { Action = Text()!, Resource = Text()! })],
            Responses = random.Next(2) == 0 ? null : [.. Times(_ => random.Next(9) == 0 ? null! : new RawResponse { StatusCode = Text()!, SelectionPattern = Text(), ResponseParameters = Map(), ResponseTemplates = Map() })],
        },
    };

    private RouteResponse Response() => random.Next(9) == 0 ? null! : new RouteResponse
    {
        Status = random.Next(700),
        When = random.Next(2) == 0 ? null : new ResponseWhen { Status = Text(), Error = Text(), Body = Tree(2) as JsonObject },
        Headers = Map(),
        Body = Tree(4),
    };

    private RouteTarget Target()
    {
        if (Rarely()) return OtherTarget();
        var queue = random.Next(2) == 0;
        if (random.Next(2) == 0) return OfCatalogue(ActionCatalogue.All[random.Next(ActionCatalogue.All.Count)]);
        return new RouteTarget
        {
            Action = Rarely() ? Text()! : queue ? "sqs:SendMessage" : "dynamodb:GetItem",
            Resource = Rarely() ? Text()! : queue ? Samples.Queue : Samples.Table,
            Parameters = random.Next(3) == 0 ? Tree(4) as JsonObject : Valid(queue),
        };
    }

    /// <summary>An example with something else in one of its places.</summary>
    private RouteTarget OfCatalogue(ActionEntry entry)
    {
        var parameters = JsonNode.Parse(entry.Example)!.AsObject();
        var names = entry.Parameters.Select(p => p.Name).Append(Names[random.Next(Names.Length)]).ToList();
        if (random.Next(3) > 0) parameters[names[random.Next(names.Count)]] = Tree(3);
        return new RouteTarget
        {
            Action = entry.Action,
            Resource = Rarely() ? Text()! : entry.Resource.Form,
            Protocol = Rarely() ? (TargetProtocol)random.Next(3) : null,
            Parameters = parameters,
        };
    }

    private static JsonObject Valid(bool queue) =>
        JsonNode.Parse(queue ? """{"MessageBody": "$request.body.a"}""" : """{"Key": {"id": {"S": "a"}}}""")!.AsObject();

    /// <summary>Most of an input is right: only then do routes meet.</summary>
    private bool Rarely() => random.Next(8) == 0;

    private JsonNode? Tree(int depth) => random.Next(depth > 0 ? 9 : 5) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-5, 1000)),
        2 => JsonValue.Create(random.Next(2) == 0),
        3 or 4 => JsonValue.Create(Text()),
        5 => new JsonArray([.. Times(_ => Tree(depth - 1))]),
        _ => new JsonObject(Times(_ => KeyValuePair.Create(random.Next(6) == 0 ? Text() ?? "" : Names[random.Next(Names.Length)], Tree(depth - 1))).DistinctBy(p => p.Key)),
    };

    private LabelSelector? Selector() => random.Next(2) == 0 ? null : new LabelSelector
    {
        MatchLabels = Map(),
        MatchExpressions = [.. Times(_ => random.Next(9) == 0 ? null! : new LabelSelectorRequirement { Key = Text()!, Operator = (LabelSelectorOperator)random.Next(5), Values = [Text()!] })],
    };

    private Dictionary<string, string>? Map() =>
        random.Next(2) == 0 ? null : Times(_ => KeyValuePair.Create(Text() ?? "", Text()!)).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value);

    private string? Text() => Texts[random.Next(Texts.Length)];

    private List<T> Times<T>(Func<int, T> make) => [.. Enumerable.Range(0, random.Next(6)).Select(make)];
}
