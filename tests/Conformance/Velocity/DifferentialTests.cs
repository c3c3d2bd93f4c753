using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Conformance.Velocity;

/// <summary>Our engine beside Apache Velocity's on templates that nobody has written.</summary>
[Collection(nameof(VelocityOracle))]
public sealed class DifferentialTests(VelocityOracle velocity)
{
    /// <summary>What is set before every template: a value of each type.</summary>
    internal const string Preamble =
        """#set($text = "some text")#set($n = 2)#set($list = ["x", 2, "z"])#set($map = {"name": "m", "count": 1, "list": [1, 2]})#set($a = $input.path('$'))""";

    internal static readonly RenderInput Input = new()
    {
        Body = """{"name": "it's \"a\" name/", "count": 3, "list": [{"name": "x"}, {"name": "y", "n": 1.5}, "z/"], "inner": {"name": "in", "deep": [1, [2]]}, "price": 12.50, "flag": true, "none": null, "empty": ""}""",
        Path = ValueMap.Of(("id", "7")),
        QueryString = ValueMap.Of(("q", "a b"), ("id", "no")),
        Header = ValueMap.Of(("Content-Type", "application/json")),
        Context = JsonNode.Parse("""{"requestId": "r-1", "stage": "dev", "identity": {"sourceIp": "192.0.2.1", "userAgent": ""}}""")!.AsObject(),
        StageVariables = ValueMap.Of(("stage", "v1")),
    };

    [VelocityFact]
    public void Render_GeneratedTemplates_PrintWhatVelocityPrints()
    {
        var templates = Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new TemplateGrammar(seed).Template()), t => t.Shrink());
        Prop.ForAll(templates, tree => Compare(Preamble + tree, Input))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(new Replay(new Rnd(20260101, 1), null)));
    }

    private void Compare(string template, RenderInput input)
    {
        var (ours, theirs) = (Rendering.OfOurs(template, input), velocity.Render(template, input));
        if (!ours.Agrees(theirs)) Assert.Fail($"\nTemplate: {template}\nBody:     {input.Body}\nOurs:     {Show(ours)}\nVelocity: {Show(theirs)}\n");
    }

    internal static string Show(Rendering rendering) => rendering.Output is { } output ? JsonValue.Create(output).ToJsonString() : $"error: {rendering.Error}";
}
