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
