using DirectRoute.Local.Lambda;

namespace DirectRoute.Local.Tests.Lambda;

public sealed class LambdaTargetTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:orders";

    [Theory]
    [InlineData("orders=http://localhost:9000/2015-03-31/functions/function/invocations", "orders", "http://localhost:9000/2015-03-31/functions/function/invocations")]
    [InlineData("orders:live = HTTPS://functions.test/a=b", "orders:live", "https://functions.test/a=b")]
    [InlineData(Arn + "=http://localhost:9000", Arn, "http://localhost:9000/")]
    public void Parse_Url_IsAnAddress(string text, string function, string url)
    {
        var target = LambdaTarget.Parse(text).Target!;

        Assert.Equal((function, url), (target.Function, Assert.IsType<FunctionHost.Address>(target.Host).Url.AbsoluteUri));
    }

    [Theory]
    [InlineData("*=node handler.js", "node", "handler.js")]
    [InlineData("orders:$LATEST=sh -c 'echo \"$1\"' \"it's\" ''", "sh", "-c|echo \"$1\"|it's|")]
    [InlineData("orders=/opt/my\" \"program  --key=value\t", "/opt/my program", "--key=value")]
    public void Parse_Command_IsSplitAtSpacesOutsideOfQuotes(string text, string file, string arguments)
    {
        var command = Assert.IsType<FunctionHost.Command>(LambdaTarget.Parse(text).Target!.Host);

        Assert.Equal((file, arguments), (command.File, string.Join('|', command.Arguments)));
    }

    [Theory]
    [InlineData(null, "there is no =")]
    [InlineData("orders", "there is no =")]
    [InlineData("=node handler.js", "no function stands before")]
    [InlineData("orders= ", "nothing stands behind")]
    [InlineData("orders=http://", "is no URL")]
    [InlineData("orders=node 'handler.js", "is not closed")]
    [InlineData("my orders=node", "is no name of a function")]
    [InlineData("a:b:c=node", "is no name of a function")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:orders=node", "is not the ARN of a function")]
    public void Parse_Mistake_SaysWhatAndWhatToWrite(string? text, string why)
    {
        var result = LambdaTarget.Parse(text);

        Assert.Null(result.Target);
        Assert.Contains(why, result.Failure, StringComparison.Ordinal);
        Assert.Contains("FUNCTION=URL", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_MoreExact_IsMore()
    {
        var function = FunctionReference.OfArn(Arn + ":live")!;
        string[] names = [Arn + ":live", Arn, "orders:live", "orders", "*", "payments", "orders:test", Arn + ":test"];

        Assert.Equal([5, 4, 3, 2, 1, 0, 0, 0], names.Select(n => LambdaTarget.Parse(n + "=x").Target!.Fit(function)));
    }
}
