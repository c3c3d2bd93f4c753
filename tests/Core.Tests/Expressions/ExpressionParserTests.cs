using DirectRoute.Core.Expressions;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Expressions;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("$request.body")]
    [InlineData("$request.body.a.b-c[0][12].d")]
    [InlineData("$request.header.X-Request.Id")]
    [InlineData("$request.querystring.page_size")]
    [InlineData("$request.path.userId")]
    [InlineData("$context.identity.sourceIp")]
    [InlineData("$stageVariables.color")]
    [InlineData("$request.body[\"odd name\"].x[0]")]
    [InlineData("$request.querystring.limit ?? 25")]
    [InlineData("$request.header.X-Id ?? $request.body.id ?? $context.requestId")]
    [InlineData("$request.path.flag ?? false")]
    [InlineData("$request.header.X-Tier ?? \"it's free\"")]
    [InlineData("$response.body.Item.id ?? $response.header.ETag")]
    public void Parse_WholeReference_IsOneSource(string text) => Assert.Equal(text, ExpressionParser.Parse(text).Expression!.Single!.ToString());

    [Fact]
    public void Parse_Text_KeepsLiteralsAndColumns()
    {
        var expression = ExpressionParser.Parse("a $5 $$ ${request.body.id}!").Expression!;

        Assert.Equal("a $5 $ ", ((LiteralPart)expression.Parts[0]).Text);
        Assert.Equal(9, ((ReferencePart)expression.Parts[1]).Column);
        Assert.Equal("!", ((LiteralPart)expression.Parts[2]).Text);
        Assert.Null(expression.Single);
        Assert.Null(expression.Constant);
    }

    [Theory]
    [InlineData("number($request.querystring.n)", nameof(Cast.Number))]
    [InlineData("boolean( $request.querystring.n ?? true )", nameof(Cast.Boolean))]
    [InlineData("string($request.body.n)", nameof(Cast.String))]
    [InlineData("json($request.body)", nameof(Cast.Json))]
    public void Parse_Cast_IsOneSource(string text, string cast)
    {
        var expression = ExpressionParser.Parse(text).Expression!;

        Assert.Equal(cast, expression.Cast.ToString());
        Assert.NotNull(expression.Single);
    }

    [Theory]
    [InlineData("string(5)")]
    [InlineData("number($5)")]
    [InlineData("json($$request.body)")]
    [InlineData("a ?? b")]
    public void Parse_TextThatOnlyLooksLikeMore_IsText(string text) =>
        Assert.Equal(text.Replace("$$", "$", StringComparison.Ordinal), ExpressionParser.Parse(text).Expression!.Constant);

    [Theory]
    [InlineData("${request.querystring.page ?? 1}")]
    [InlineData("p${ request.querystring.page??'a}b' }")]
    public void Parse_DefaultInBraces_IsAChoice(string text) =>
        Assert.IsType<ChoiceSource>(Assert.Single(ExpressionParser.Parse(text.Replace("{ ", "{", StringComparison.Ordinal)).Expression!.References).Source);

    [Theory]
    [InlineData("$request.body.a ?? 1 ?? 2", 25)]
    [InlineData("$request.body.a ?? none", 20)]
    [InlineData("$request.body.a ?? 01", 20)]
    [InlineData("$request.body.a ?? \"x", 20)]
    [InlineData("$request.body.a ??", 19)]
    [InlineData("number($request.body.a) items", 24)]
    [InlineData("number($request.body.a", 23)]
    [InlineData("$request.body[\"a'b\"]", 15)]
    [InlineData("$request.body[\"\"]", 15)]
    [InlineData("$request.body[\"a\"", 18)]
    public void Parse_FaultOfDefaultsCastsAndQuotes_SaysWhere(string text, int column) => Assert.Equal(column, ExpressionParser.Parse(text).Fault!.Column);

    [Theory]
    [InlineData("0", true)]
    [InlineData("-1.50e+10", true)]
    [InlineData("01", false)]
    [InlineData("1.", false)]
    [InlineData(".5", false)]
    [InlineData("+1", false)]
    [InlineData("1e", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    public void IsNumber_Text_AsJsonHasIt(string text, bool expected) => Assert.Equal(expected, JsonText.IsNumber(text));

    [Fact]
    public void Parse_AnyText_GivesOneOfTheTwoResults() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var (expression, fault) = ExpressionParser.Parse(text.Get);
        return (expression is null) != (fault is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyTextWithDoubledDollars_IsThatConstant() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        ExpressionParser.Parse(text.Get.Replace("$", "$$", StringComparison.Ordinal)).Expression?.Constant == text.Get).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("$request.body[*]", 15)]
    [InlineData("$request.boddy", 10)]
    [InlineData("id: ${request.body.", 20)]
    public void Parse_Fault_SaysWhere(string text, int column) => Assert.Equal(column, ExpressionParser.Parse(text).Fault!.Column);
}
