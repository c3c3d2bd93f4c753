using DirectRoute.Cli.RouteTests;

namespace DirectRoute.Cli.Tests.RouteTests;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nc", "  a|- b|  c")]
    [InlineData("a\nc", "a\nb\nc", "  a|+ b|  c")]
    [InlineData("a", "b", "- a|+ b")]
    [InlineData("a\nx\nb", "a\ny\nb", "  a|- x|+ y|  b")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":3}", "  {|    \"a\": 1,|-   \"b\": 2|+   \"b\": 3|  }")]
    [InlineData("", "", "  ")]
    public void Of_TwoTexts_MarksWhatDiffers(string expected, string actual, string lines) =>
        Assert.Equal(lines, string.Join('|', LineDifference.Of(expected, actual)));
}
