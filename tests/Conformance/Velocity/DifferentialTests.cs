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
        Check(templates, tree => Compare(Preamble + tree, Input), 6000);
    }

    [VelocityFact]
    public void Render_AnyPayload_IsReadAsJsonSmartReadsIt()
    {
        var payloads = Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new PayloadGrammar(seed).Text()), PayloadGrammar.Shrink);
        Check(payloads, body => Compare("$input.json('$')|$input.path('$')|$input.path('$.a')", new RenderInput { Body = body }), 2000);
    }

    [VelocityFact]
    public void Render_AnyPath_FindsWhatJaywayFinds()
    {
        var paths = Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new PathGrammar(seed).Text()), PathGrammar.Shrink);
        Check(paths, path => Compare($"$input.json(\"{path}\")|$input.path(\"{path}\")", Input with { Body = PathGrammar.Body }), 2000);
    }

    /// <summary>Every template of the compiler's golden cases, on requests and responses good and bad.</summary>
    [VelocityFact]
    public void Render_TemplatesOfTheCompiler_PrintWhatVelocityPrints()
    {
        var templates = CompiledTemplates.All();

        Assert.NotEmpty(templates);
        foreach (var template in templates)
        {
            foreach (var body in CompiledTemplates.Bodies) Compare(template, Input with { Body = body });
        }
    }

    [VelocityTheory]
    [InlineData("#foreach($i in [1..1500])$i #end")]
    [InlineData("#macro(r)#r()#end#r()")]
    [InlineData("#set($x = [1])#foreach($i in $x)#set($y = $x.add($i))#end$x")]
    [InlineData("#set($x = [1])#set($y = $x.add($x))$x")]
    [InlineData("#set($x = {})#set($x.a = $x)$x")]
    [InlineData("#foreach($i in [1, 2])#foreach($j in [1, 2])$i$j#break($foreach.parent)#end#end")]
    [InlineData("#set(${x} = 1)#set($!x = 2)$x")]
    [InlineData("#macro(m ${p})<$p>#end#m(1)")]
    [InlineData("#foreach($i of [1])x$i#end#foreach($i in)x#end#foreach($i in [1] [2])x#end")]
    [InlineData("#literal()$s#foo($a)#set($x = 1)#end")]
    [InlineData("#evaluate(\"#macro(z)q#end\")#z()")]
    [InlineData("$s.x## a comment\n")]
    [InlineData("costs 5$")]
    [InlineData("a\\\\")]
    public void Render_KnownQuirk_PrintsWhatVelocityPrints(string template) => Compare(template, Input);

    private static void Check<T>(Arbitrary<T> values, Action<T> check, int count) =>
        Prop.ForAll(values, check).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(new Replay(new Rnd(20260101, 1), null)));

    private void Compare(string template, RenderInput input)
    {
        var (ours, theirs) = (Rendering.OfOurs(template, input), velocity.Render(template, input));
        if (!ours.Agrees(theirs)) Assert.Fail($"\nTemplate: {template}\nBody:     {input.Body}\nOurs:     {Show(ours)}\nVelocity: {Show(theirs)}\n");
    }

    internal static string Show(Rendering rendering) => rendering.Output is { } output ? JsonValue.Create(output).ToJsonString() : $"error: {rendering.Error}";
}
