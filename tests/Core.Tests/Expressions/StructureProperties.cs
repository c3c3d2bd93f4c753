using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Tests.Compile;
using DirectRoute.Core.Velocity;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Expressions;

/// <summary>That no value of a request, and no constant of a manifest, changes the structure of what is sent: the templates themselves are rendered.</summary>
public sealed class StructureProperties
{
    private static readonly string[] Pieces =
    [
        "\"", "\\", "'", "\\'", "\\\"", "\\\\", "$", "#", "${e1}", "$!input.body", "#set($v1 = 1)", "#end", "##", "#*", "\n", "\r\n", "\t", "\0", "\u007f", "\u2028", "é",
        "\U0001F600", "</", "&", "=", "&Action=PurgeQueue", "%2F", "%", "+", " ", "/", "../", "?", "{", "}", "{Key}", "[", "]", ",\"QueueUrl\":\"", "null", "true", "-1.5e3",
        "007", "1", "a",
    ];

    private static readonly Gen<string> Hostile = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);
    private static readonly Arbitrary<string> One = Hostile.ToArbitrary();
    private static readonly Arbitrary<(string Value, string Constant)> Two = (from v in Hostile from c in Hostile select (v, c)).ToArbitrary();
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Source Query = new QuerySource("q");
    private static readonly Source Header = new HeaderSource("x-q");
    private static readonly Source Path = new PathSource("q");
    private static readonly Source Context = new ContextSource("authorizer.q");
    private static readonly Source Stage = new StageVariableSource("q");
    private static readonly Source Part = new BodySource([PathStep.Member("a"), PathStep.Member("odd name"), PathStep.At(0)]);
    private static readonly Source[] Sources = [Query, Header, Path, Context, Stage, Part];

    [Fact]
    public void Json_AnyTextFromAnySource_IsThatTextAndNothingElse() => Prop.ForAll(Two, pair =>
    {
        var members = Sources.Select((s, i) => new MemberValue($"m{i}", Joined(pair.Constant, s))).ToValueList();
        var sent = JsonNode.Parse(Render(VtlJson.Write(new ObjectValue(members), VtlReads.Request), pair.Value))!.AsObject();

        Assert.Equal(members.Select(m => m.Name), sent.Select(m => m.Key));
        Assert.All(sent, m => Assert.Equal(pair.Constant + pair.Value + "!", m.Value!.GetValue<string>()));
    }).Check(Thorough);

    [Fact]
    public void Json_AnyValueWhereANumberOrTruthValueIsWanted_StaysOneValue() => Prop.ForAll(One, value =>
    {
        var body = new ObjectValue([new("whole", new NumberReference(Query, Whole: true)), new("number", new NumberReference(Query, Whole: false)), new("flag", new BooleanReference(Query))]);
        var sent = JsonNode.Parse(Render(VtlJson.Write(body, VtlReads.Request), value))!.AsObject();

        Assert.Equal(3, sent.Count);
        Assert.All(sent, m => Assert.Equal(value, m.Value!.GetValueKind() == JsonValueKind.String ? m.Value.GetValue<string>() : m.Value.ToJsonString()));
    }).Check(Thorough);

    [Fact]
    public void Json_AnyJsonOfTheClient_StaysOneValue() => Prop.ForAll(One, value =>
    {
        var members = Sources.Select((s, i) => new MemberValue($"m{i}", new JsonReference(s))).ToValueList();
        var sent = JsonNode.Parse(Render(VtlJson.Write(new ObjectValue(members), VtlReads.Request), value))!.AsObject();

        Assert.Equal(Sources.Length, sent.Count);
        Assert.All(sent, m => Assert.Equal(value.Length == 0 ? null : value, m.Value?.GetValue<string>()));
    }).Check(Thorough);

    [Fact]
    public void Document_AnyText_IsThatTextInsideTheDocument() => Prop.ForAll(Two, pair =>
    {
        var body = new ObjectValue([new("detail", new DocumentValue(Tree(pair.Constant)))]);
        var sent = JsonNode.Parse(Render(VtlJson.Write(body, VtlReads.Request), pair.Value))!;

        AssertTree(pair, sent["detail"]!.GetValue<string>());
    }).Check(Thorough);

    [Fact]
    public void Bytes_AnyText_AreThoseOfTheText() => Prop.ForAll(Two, pair =>
    {
        var body = new ObjectValue([new("text", new BytesValue(Joined(pair.Constant, Query))), new("tree", new BytesValue(new DocumentValue(Tree(pair.Constant))))]);
        var sent = JsonNode.Parse(Render(VtlJson.Write(body, VtlReads.Request), pair.Value))!;

        Assert.Equal(pair.Constant + pair.Value + "!", Decode(sent["text"]!));
        AssertTree(pair, Decode(sent["tree"]!));
    }).Check(Thorough);

    [Fact]
    public void Form_AnyText_StaysInItsField() => Prop.ForAll(Two, pair =>
    {
        var fields = Sources.Select((s, i) => new FormField($"f{i}", Joined(pair.Constant, s), s)).Append(new FormField("tree", new DocumentValue(Tree(pair.Constant)), null));
        var sent = Render(VtlForm.Write("Action=Publish&Version=1", fields, VtlReads.Request), pair.Value).Split('&').Select(f => f.Split('=')).ToList();

        Assert.Equal([.. pair.Value.Length == 0 ? ["Action", "Version"] : (string[])["Action", "Version", "f0", "f1", "f2", "f3", "f4", "f5"], "tree"], sent.Select(f => f[0]));
        Assert.All(sent, f => Assert.Equal(2, f.Length));
        Assert.All(sent.Where(f => f[0][0] == 'f'), f => Assert.Equal(pair.Constant + pair.Value + "!", Unescape(f[1])));
        AssertTree(pair, Unescape(sent[^1][1]));
    }).Check(Thorough);

    [Fact]
    public void Payload_AnyText_IsThatText() => Prop.ForAll(Two, pair =>
        Assert.Equal(pair.Constant + pair.Value + "!", Render(VtlText.Write(Joined(pair.Constant, Header), VtlReads.Request), pair.Value))).Check(Thorough);

    [Fact]
    public void Default_AnyText_StandsInForAMissingValue() => Prop.ForAll(Two, pair =>
    {
        var choice = new ChoiceSource([new QuerySource("none"), Query], new Constant(ConstantKind.Text, pair.Constant));
        var body = new ObjectValue([new("text", new TextValue(new Expression([new ReferencePart(choice, 1)]))), new("any", new JsonReference(choice))]);
        var sent = JsonNode.Parse(Render(VtlJson.Write(body, VtlReads.Request), pair.Value))!;

        Assert.All(sent.AsObject(), m => Assert.Equal(pair.Value.Length == 0 ? pair.Constant : pair.Value, m.Value!.GetValue<string>()));
    }).Check(Thorough);

    [Fact]
    public void Uri_AnyConstant_StaysInThePath() => Prop.ForAll(One, constant =>
    {
        var key = JsonSerializer.Serialize(constant.Replace("$", "$$", StringComparison.Ordinal));
        var route = Samples.Route("get", RouteMethod.GET, "/objects", "s3:GetObject", "arn:aws:s3:::my-bucket", $$"""{"Key": {{key}}}""");
        var uri = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, route)).Routes[0].Model?.Integration.Uri;
        if (uri is null) return;
        var path = uri["arn:aws:apigateway:us-east-1:s3:path/my-bucket/".Length..];

        Assert.Equal(constant, Uri.UnescapeDataString(path));
        Assert.DoesNotContain(path, c => c is '{' or '}' or '?' or '&' or '#' or ' ' or '\n' or '"');
        Assert.DoesNotContain("..", path.Split('/'));
    }).Check(Thorough);

    private static TextValue Joined(string constant, Source source) => new(new Expression([new LiteralPart(constant), new ReferencePart(source, 1), new LiteralPart("!")]));

    private static ObjectValue Tree(string constant) => new(
    [
        new(constant, Joined(constant, Query)),
        new("list", new ListValue([new JsonReference(Part), new NumberReference(Query, Whole: false, OrNull: true), new LiteralValue("-1.5")])),
    ]);

    private static void AssertTree((string Value, string Constant) pair, string text)
    {
        if (pair.Constant == "list") return;
        var tree = JsonNode.Parse(text)!.AsObject();

        Assert.Equal([pair.Constant, "list"], tree.Select(m => m.Key));
        Assert.Equal(pair.Constant + pair.Value + "!", tree[pair.Constant]!.GetValue<string>());
        Assert.Equal(3, tree["list"]!.AsArray().Count);
        Assert.Equal(pair.Value.Length == 0 ? null : pair.Value, tree["list"]![0]?.GetValue<string>());
    }

    private static string Decode(JsonNode base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64.GetValue<string>()));

    private static string Unescape(string field) => Uri.UnescapeDataString(field.Replace('+', ' '));

    /// <summary>A request that has the value everywhere.</summary>
    private static string Render(string template, string value)
    {
        var parsed = VelocityTemplate.Parse(template);
        Assert.Null(parsed.Error);
        var rendered = parsed.Template!.Render(new RenderInput
        {
            Body = new JsonObject { ["a"] = new JsonObject { ["odd name"] = new JsonArray(value) } }.ToJsonString(),
            QueryString = ValueMap.Of(("q", value), ("x-q", "not the header")),
            Header = ValueMap.Of(("X-Q", value)),
            Path = ValueMap.Of(("q", value)),
            Context = new JsonObject { ["authorizer"] = new JsonObject { ["q"] = value } },
            StageVariables = ValueMap.Of(("q", value)),
        });
        Assert.True(rendered.Error is null, $"{rendered.Error}\n{template}");
        return rendered.Output!;
    }
}
