using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Conformance.Velocity;

/// <summary>No template and no input makes the engine throw, hang, overflow the stack or eat the memory.</summary>
public sealed class HostileTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void ParseAndRender_AnyText_EndWithAnOutputOrAnError() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => Noise(new Random(seed), "#$\\!{}[]()\"'*.,:=<>&|+-/% \n\r\tifelsndachrov01xé\ud800\0@_"))),
        text => Holds(text, text)).Check(Thorough);

    [Fact]
    public void ParseAndRender_AnyMixOfConstructs_EndWithAnOutputOrAnError() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue).Select(Mixed)),
        text => Holds(text, "{\"a\": [1, {\"b\": null}]}")).Check(Thorough);

    [Fact]
    public void Render_AnyPayload_EndsWithAnOutputOrAnError() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => Noise(new Random(seed), "{}[]\"'\\:,01-+.eE unltrefas\u001a\0\ud800é"))),
        body => Holds("$input.json('$') $input.path('$.a[0].b') $input.path('$..a') $util.parseJson($input.body)", "{" + body)).Check(Thorough);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("{\"a\":[", "]}")]
    public void Render_PayloadThatNestsTenThousandDeep_IsAPayloadError(string open, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));

        var result = Parse("$input.json('$')").Render(new RenderInput { Body = body });

        Assert.True(result.IsPayloadError);
        Assert.Contains("More than 512 lists and objects nest", result.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#if(true)", "#end")]
    [InlineData("#foreach($i in [1])", "#end")]
    [InlineData("#set($x = ", ")")]
    [InlineData("#if(", "true)#end")]
    [InlineData("#set($x = (", "1))")]
    [InlineData("$a.b(", ")")]
    [InlineData("$a[", "]")]
    [InlineData("#set($x = [", "])")]
    [InlineData("#set($x = {1:", "})")]
    [InlineData("#set($x = !", "true)")]
    public void Parse_TemplateThatNestsWithoutEnd_IsAnError(string open, string close)
    {
        var parse = VelocityTemplate.Parse(string.Concat(Enumerable.Repeat(open, 5000)) + string.Concat(Enumerable.Repeat(close, 5000)));

        Assert.NotNull(parse.Error);
    }

    [Theory]
    [InlineData('\\')]
    [InlineData('$')]
    [InlineData('#')]
    [InlineData(' ')]
    [InlineData('"')]
    [InlineData('(')]
    [InlineData('\n')]
    public void Parse_LongRowOfOneCharacter_Ends(char c) => Holds(new string(c, 300_000), "");

    [Theory]
    [InlineData("#macro(m)#m()#end#m()", "call each other")]
    [InlineData("#set($x = '#evaluate($x)')#evaluate($x)", "call each other")]
    [InlineData("#set($a = [])#set($b = [$a])#set($c = $a.add($b))$a", "perhaps it holds itself")]
    [InlineData("#set($x = [1..2000000000])", "steps")]
    [InlineData("#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])x#end#end#end", "steps")]
    [InlineData("#set($x = \"aaaaaaaaaa\")#foreach($i in [1..1000])#set($x = \"$x$x\")#end$x", "characters")]
    [InlineData("#set($x = 'aaaaaaaaaa')#foreach($i in [1..1000])#set($x = $x + $x)#end$x", "characters")]
    [InlineData("#set($x = 'aaaaaaaaaa')#foreach($i in [1..1000])#set($x = $x.concat($x))#end$x", "characters")]
    [InlineData("#set($x = 'aaaaaaaaaa')#foreach($i in [1..1000])#set($x = $x.replace('a', 'aaaaaaaaaa'))#end$x", "characters")]
    [InlineData("#set($x = 9999999999)#foreach($i in [1..1000])#set($x = $x * $x)#end$x", "digits")]
    [InlineData("#set($x = 'a'.repeat(2000000000))", "")]
    [InlineData("#set($x = \"a\")#set($y = $x.repeat(2000000000))", "repeated")]
    [InlineData("#set($x = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\")$x.matches(\"(?=(a+)+$)(a+)+\")", "takes too long")]
    [InlineData("#foreach($i in [1..1000])$input.json('$..*')#end", "steps")]
    public void Render_TemplateThatWouldNotEnd_IsAnError(string template, string message)
    {
        var parse = VelocityTemplate.Parse(template);
        if (message.Length == 0)
        {
            Assert.NotNull(parse.Error);
            return;
        }
        var body = $"[{string.Join(',', Enumerable.Repeat("[1,2,3]", 3000))}]";
        var result = parse.Template!.Render(new RenderInput { Body = body });

        Assert.Contains(message, result.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("((a{100}){100}){100}")]
    [InlineData("(((((a{9}){9}){9}){9}){9}){9}")]
    [InlineData("((a*)*)*b")]
    [InlineData("(a|aa)+$")]
    [InlineData("a{2000000000}")]
    [InlineData("(x+x+)+y")]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("\\p{Nonsense}")]
    [InlineData("(?<n>a)\\k<n>")]
    [InlineData("(?i)é")]
    public void Render_AnyRegularExpression_EndsWithAnOutputOrAnError(string pattern)
    {
        foreach (var method in (string[])["matches(\"", "split(\"", "replaceAll(\"x\", \""])
        {
            Holds($"#set($x = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaxxxxxxxxxxxxxxxxxxxxxxxxx!\")$x.{method}{pattern}\")", "");
        }
    }

    [Fact]
    public void Render_OneTemplateFromManyThreads_GivesEachItsOwn()
    {
        var template = Parse("#set($x = $input.path('$.n'))#foreach($i in [1..20])#set($x = $x + 1)#end$x #macro(m $p)$p#end#m($x) $x.toString().replaceAll('[0-4]', '-')");

        Parallel.For(0, 2000, i =>
        {
            var result = template.Render(new RenderInput { Body = $"{{\"n\": {i}}}" });
            Assert.StartsWith($"{i + 20} {i + 20} ", result.Output, StringComparison.Ordinal);
        });
    }

    private static void Holds(string template, string body)
    {
        var parse = VelocityTemplate.Parse(template);
        Assert.Equal(parse.Template is null, parse.Error is not null);
        if (parse.Error is { } error) Assert.True(error.Line >= 1 && error.Column >= 1 && error.Message.Length > 0, error.ToString());
        var input = new RenderInput { Body = body, Header = ValueMap.Of(("a", body)), Context = new JsonObject { ["a"] = body } };
        if (parse.Template?.Render(input) is { } result) Assert.Equal(result.Output is null, result.Error is not null);
    }

    private static VelocityTemplate Parse(string template) => VelocityTemplate.Parse(template).Template ?? throw new InvalidOperationException(template);

    private static string Noise(Random random, string alphabet)
    {
        var text = new StringBuilder();
        for (var i = random.Next(60); i > 0; i--) text.Append(alphabet[random.Next(alphabet.Length)]);
        return text.ToString();
    }

    /// <summary>A generated template with a few characters changed.</summary>
    private static string Mixed(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(new TemplateGrammar(seed).Template().ToString());
        for (var i = random.Next(5); i > 0 && text.Length > 0; i--) text[random.Next(text.Length)] = "#$\\(){}[]\"' "[random.Next(12)];
        return text.ToString();
    }
}
