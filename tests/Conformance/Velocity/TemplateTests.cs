using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Conformance.Velocity;

/// <summary>What the comparison with Velocity cannot show: messages and their places, warnings, AWS's own limits.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("a\n  #if($x)\nb", 3, 2, "", "#end was expected after '#if' in line 2")]
    [InlineData("a\n#end", 2, 1, "#end", "nothing is open")]
    [InlineData("#set($x 5)", 1, 9, "5)", "'=' was expected")]
    [InlineData("#set($x = )", 1, 11, ")", "a value was expected")]
    [InlineData("{\"a\": $x[abc]}", 1, 10, "abc]}", "nothing in the language begins so")]
    [InlineData("line\ncosts 5$", 2, 8, "$", "needs something after it")]
    [InlineData("#macro()x#end", 1, 1, "#macro()x#end", "needs a name")]
    [InlineData("#set($x = \"a $y[b]\")", 1, 11, "b] ", "In the string")]
    [InlineData("#foreach($x)#end", 1, 1, "#foreach($x)#end", "#foreach($item in $list)")]
    public void Parse_Mistake_SaysWhereAndWhat(string template, int line, int column, string near, string message)
    {
        var error = VelocityTemplate.Parse(template).Error!;

        Assert.Equal((line, column, near), (error.Line, error.Column, error.Near));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ok\n $input.path('$').substring(9)", "\"abc\"", 2, 19, "substring")]
    [InlineData("#set($l = [1])\n$l[3]", "{}", 2, 3, "[3]")]
    [InlineData("$input.path('$[')", "{}", 1, 8, "path")]
    [InlineData("x\n#include('a')", "{}", 2, 1, "#include")]
    [InlineData("$util.urlDecode('%zz')", "{}", 1, 7, "urlDecode")]
    public void Render_Failure_SaysWhere(string template, string body, int line, int column, string near)
    {
        var error = VelocityTemplate.Parse(template).Template!.Render(new RenderInput { Body = body }).Error!;

        Assert.Equal((line, column, near), (error.Line, error.Column, error.Near));
    }

    [Theory]
    [InlineData("$util.toJson($input.path('$'))", "$util.toJson is not in API Gateway")]
    [InlineData("$util.defaultIfNull(1, 2)", "whose $util has escapeJavaScript")]
    [InlineData("$input.foo", "whose $input has body")]
    [InlineData("$input.params", "is a function")]
    [InlineData("\"$undefined\"", "Nothing sets $undefined")]
    [InlineData("#set($x = \"${y}\")$x", "Nothing sets $y")]
    [InlineData("$input.path('$').size().toFixed(2)", "has a method toFixed")]
    [InlineData("$context.identity.class", "Java's classes")]
    [InlineData("#macro(m)#end", "AWS documents nothing about #macro")]
    [InlineData("#define($d)#end", "AWS documents nothing about #define")]
    [InlineData("#evaluate('x')", "AWS documents nothing about #evaluate")]
    [InlineData("#parse('x')", "#parse fails in API Gateway")]
    public void Parse_WhatApiGatewayLacks_IsWarnedOf(string template, string message)
    {
        var warnings = VelocityTemplate.Parse(template).Warnings;

        Assert.Contains(warnings, w => w.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(warnings, w => Assert.True(w is { Line: 1, Column: >= 1 }));
    }

    [Theory]
    [InlineData("$input.json('$.a') $input.params().header.get('x').trim() $stageVariables['x'] $context.requestId")]
    [InlineData("#set($x = [1])#foreach($i in $x)$i$foreach.count#if($i == $null)#end#end \\$y")]
    public void Parse_WhatApiGatewayHas_IsNotWarnedOf(string template) => Assert.Empty(VelocityTemplate.Parse(template).Warnings);

    [Fact]
    public void Parse_TemplatesOfTheCompiler_AreNotWarnedOf() =>
        Assert.All(CompiledTemplates.All(), template => Assert.Empty(VelocityTemplate.Parse(template).Warnings));

    [Fact]
    public void References_OfATemplate_AreNamedWithTheirMembers()
    {
        var references = VelocityTemplate.Parse("$context.identity.sourceIp\n\"#set($x = \"$stageVariables['color']\")\"$input.params('id').trim()").Template!.References;

        Assert.Equal(
            [(1, 1, "context", "identity.sourceIp"), (2, 7, "x", ""), (2, 12, "stageVariables", "color"), (2, 40, "input", "params().trim()")],
            references.Select(r => (r.Line, r.Column, r.Variable, string.Join('.', r.Members))).Order());
    }

    [Fact]
    public void Parse_MoreThan300Kilobytes_IsAnError()
    {
        Assert.Null(VelocityTemplate.Parse(new string('a', 300 * 1024)).Error);
        Assert.Contains("300 KB", VelocityTemplate.Parse(new string('é', (150 * 1024) + 1)).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Foreach_MoreThan1000Elements_EndsAndWarns()
    {
        var result = VelocityTemplate.Parse("#foreach($i in [1..1500])#set($last = $i)#end$last").Template!.Render(new RenderInput());

        Assert.Equal("1000", result.Output);
        Assert.Contains("1000 rounds", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Override_SetTwice_IsAnError()
    {
        var result = Render("#set($context.responseOverride.status = 400)#set($context.responseOverride.status = 500)");

        Assert.Contains("a second time", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Override_OfTheRequest_IsRead()
    {
        var result = Render("""
            #set($context.requestOverride.header.X-Id = $input.params('id'))
            #set($context.requestOverride.path.key = 5)
            #set($context.requestOverride.querystring['q'] = "a")
            """);

        Assert.Null(result.Error);
        Assert.Equal(ValueMap.Of(("X-Id", "7")), result.Overrides.RequestHeader);
        Assert.Equal(ValueMap.Of(("key", "5")), result.Overrides.RequestPath);
        Assert.Equal(ValueMap.Of(("q", "a")), result.Overrides.RequestQueryString);
        Assert.Null(result.Overrides.Status);
    }

    [Theory]
    [InlineData("$input.path('$.list.length()')", "3")]
    [InlineData("$input.path('$.list.size()') $input.path('$.numbers.max()') $input.path('$.numbers.sum()')", "3 4.0 7.0")]
    [InlineData("$input.path('$.numbers[-1]') $input.path('$.numbers[-9]')", "4 ")]
    [InlineData("$input.json('$.list[?(@.name =~ /A.*/i)].name')", """["a1","A2"]""")]
    [InlineData("$input.json('$.list[?(@.n in [1, 3] && @.name)]')", """[{"name":"a1","n":1},{"name":"b","n":3}]""")]
    [InlineData("$input.json('$.list[?(!(@.n > 1) || @.n == 3)].n')", "[1,3]")]
    [InlineData("$input.json('$..n')", "[1,2,3]")]
    [InlineData("$input.json('$.missing.length()')", "\"\"")]
    [InlineData("$input.json('$.missing[*]')", "\"\"")]
    [InlineData("$input.json('list[0].n')", "1")]
    public void Path_OfLaterVersionsOfJsonPath_IsFound(string template, string printed)
    {
        const string Body = """{"list": [{"name": "a1", "n": 1}, {"name": "A2", "n": 2}, {"name": "b", "n": 3}], "numbers": [3, 4]}""";

        Assert.Equal(printed, VelocityTemplate.Parse(template).Template!.Render(new RenderInput { Body = Body }).Output);
    }

    /// <summary>As users of API Gateway report, and as the empty text that it is worth must be.</summary>
    [Fact]
    public void If_MissingValue_IsTrue() => Assert.Equal("rendered", Render("#if($input.path('$.missing').value)rendered#end").Output);

    [Fact]
    public void EscapeJavaScript_Apostrophe_IsEscapedThoughJsonForbidsIt() =>
        Assert.Equal("it\\'s it's", Render("""#set($x = "it's")$util.escapeJavaScript($x) $util.escapeJavaScript($x).replaceAll("\\'", "'")""").Output);

    [Fact]
    public void Stop_InsideOfAString_EndsTheTemplateWithoutAnError() => Assert.Equal("a", Render("a#set($x = \"b#stop\")c").Output);

    [Fact]
    public void Class_OfAValue_IsNothing() => Assert.Equal(" ", Render("$input.body.class $input.body.getClass()").Output);

    private static RenderResult Render(string template) =>
        VelocityTemplate.Parse(template).Template!.Render(new RenderInput { Path = ValueMap.Of(("id", "7")), Context = new JsonObject { ["stage"] = "dev" } });
}
