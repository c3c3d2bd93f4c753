using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Gateway;

/// <summary>What holds for every route and request, however mistaken or hostile: an answer, and never an exception.</summary>
public sealed class GatewayProperties
{
    private static readonly string[] Texts =
    [
        "", "a", "a.b", "{", "}", "{id}", "{id", "${stageVariables.color}", "${", "$", "$request.body.a[0]", "$request.body[", "${request.path.id}", "'x'", "'", "method.request.body.a",
        "method.request.body.", "method.request.header.", "integration.response.body.x", "context.identity", "context..", "(", "2\\d{2}", "(a+)+$", "\\", "[]", "[1]", "['a']", "['", "\ud800", "\u0000",
        "{\"a\": [1, {\"b\": null}]}", "{\"a\": ", "{\"a\": 1, \"a\": 2}", "\"\\ud800\"", "{statusCode:200}", "application/json", "image/png", "*/*", "text/plain; charset=x", ",", ";", "Content-Type",
        "$input.path('$.a')", "$input.body", "#set($context.responseOverride.status = 'x')", "#set($context.requestOverride.header.x = $input.params('a'))", "#foreach($x in [1..9])$x#end", "#if(", "%zz", "=&=",
    ];

    private static readonly string[] Targets =
    [
        "integration.request.header.X", "integration.request.header.Content-Type", "integration.request.path.id", "integration.request.querystring.q", "method.response.header.X", "integration.request.header.",
        "append:header.x", "overwrite:path", "remove:querystring.q", "overwrite:statuscode", "append:", "MessageBody", "gatewayresponse.header.X",
    ];

    private static void ForAllSeeds(Action<Random> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => check(new Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static string Text(Random random) => random.Next(4) == 0 ? Pick(random, Texts) + Pick(random, Texts) : Pick(random, Texts);

    private static ValueMap<string> Map(Random random, Func<Random, string> key) =>
        Enumerable.Range(0, random.Next(4)).Select(_ => KeyValuePair.Create(key(random), Text(random))).ToValueMap();

    private static NamedValues Headers(Random random) =>
        NamedValues.Headers(Enumerable.Range(0, random.Next(4)).Select(_ => new NameValue(Pick(random, ["Content-Type", "Accept", "X", "Expect"]), Text(random))));

    private static T? Maybe<T>(Random random) where T : struct, Enum => random.Next(3) == 0 ? null : Pick(random, Enum.GetValues<T>());

    private static PreparedRoute Route(Random random) => PreparedRoute.Of(
        new ApiModel
        {
            Protocol = Pick(random, Enum.GetValues<ApiProtocol>()),
            Region = "us-east-1",
            Name = "any",
            BinaryMediaTypes = random.Next(2) == 0 ? [] : [Text(random), "image/png"],
            Models = [new SchemaModel { Name = "M", ContentType = "application/json", Schema = Text(random) }],
            RequestValidators = [new RequestValidatorModel("V", random.Next(2) == 0, random.Next(2) == 0)],
            GatewayResponses = [new GatewayResponseModel { ResponseType = "DEFAULT_5XX", StatusCode = Text(random), ResponseParameters = Map(random, r => Pick(r, Targets)), ResponseTemplates = Map(random, Text) }],
        },
        new RouteModel
        {
            Method = RouteMethod.ANY,
            Path = "/{id}",
            RequestValidator = "V",
            RequestModels = ValueMap.Of((Text(random), "M"), ("application/json", Text(random))),
            RequestParameters = ValueMap.Of((Text(random), true)),
            Integration = new IntegrationModel
            {
                Type = Pick(random, Enum.GetValues<IntegrationType>()),
                Subtype = random.Next(2) == 0 ? "SQS-SendMessage" : null,
                Uri = random.Next(3) == 0 ? null : Text(random),
                HttpMethod = random.Next(2) == 0 ? null : Text(random),
                RequestParameters = Map(random, r => Pick(r, Targets)),
                RequestTemplates = Map(random, Text),
                PassthroughBehavior = Maybe<PassthroughBehavior>(random),
                ContentHandling = Maybe<ContentHandling>(random),
                ResponseParameters = ValueMap.Of(("200", Map(random, r => Pick(r, Targets)))),
                TimeoutInMillis = 50,
                Responses = Enumerable.Range(0, random.Next(3)).Select(_ => new IntegrationResponseModel
                {
                    StatusCode = random.Next(5) == 0 ? Text(random) : "200",
                    SelectionPattern = random.Next(2) == 0 ? null : Text(random),
                    ResponseParameters = Map(random, r => Pick(r, Targets)),
                    ResponseTemplates = Map(random, Text),
                    ContentHandling = Maybe<ContentHandling>(random),
                }).ToValueList(),
            },
        });

    private static GatewayRequest Request(Random random) => new()
    {
        Method = Pick(random, ["GET", "POST", ""]),
        Path = Text(random),
        PathParameters = Map(random, Text),
        Headers = Headers(random),
        Query = NamedValues.Query([new NameValue(Text(random), Text(random))]),
        Body = Body(random),
        Context = new JsonObject { ["identity"] = Text(random), ["requestId"] = new JsonArray() },
        StageVariables = Map(random, Text),
    };

    private static byte[] Body(Random random) => random.Next(5) == 0 ? [0xff, 0xfe, (byte)random.Next(256)] : Encoding.UTF8.GetBytes(Text(random));

    [Fact]
    public void Map_AnyRouteAndRequest_GivesAnAnswer() => ForAllSeeds(random =>
    {
        var route = Route(random);
        var request = Request(random);

        var answer = RequestMapping.Map(route, request) switch
        {
            GatewayAnswer own => own.Response,
            BackendCall call => ResponseMapping.Map(route, request, call, call.MockResponse ?? new BackendResponse { StatusCode = random.Next(100, 600), Headers = Headers(random), Body = Body(random) }),
            _ => null,
        };

        Assert.NotNull(answer);
        Assert.InRange(answer.StatusCode, 0, 999);
    });
}
