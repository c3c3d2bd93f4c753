using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Tests.Documents;

public sealed class YamlFileReaderTests
{
    [Theory]
    [InlineData("a: 1\n---\nb: 2\n---\nc: 3\n", 3)]
    [InlineData("---\na: 1\n...\n---\nb: 2\n", 2)]
    [InlineData("# a comment\n---\n# another\n---\na: 1\n", 2)]
    [InlineData("a: |\n  text\n  --- no document\n", 1)]
    [InlineData("a: 1\n--- # a comment\nb: 2\n", 2)]
    [InlineData("a: 1\n---b: 2\n", 1)]
    [InlineData("", 0)]
    [InlineData("# nothing\n", 0)]
    public void Read_File_HasItsDocuments(string text, int count) => Assert.Equal(count, Read(text).Count);

    [Theory]
    [InlineData("a: 1\nb: 2\n---\nc: 3\nd: x\n")]
    [InlineData("a: 1\r\nb: 2\r\n---\r\nc: 3\r\nd: x\r\n")]
    [InlineData("a: 1\rb: 2\r---\rc: 3\rd: x\r")]
    public void Read_LineEndings_CountAlike(string text)
    {
        var last = ((MappingNode)Read(text)[1].Root).Find("d")!;

        Assert.Equal((5, 1, "x"), (last.KeySpan.Line, last.KeySpan.Column, ((ScalarNode)last.Value).Text));
    }

    [Fact]
    public void Read_SeparatorsOfUnicode_StayInTheText() =>
        Assert.Equal("x\u2028y\u0085z", ((MappingNode)Read("a: \"x\\u2028y\\u0085z\"\n")[0].Root).TextOf("a"));

    [Theory]
    [InlineData("&a {x: 1}", "*a")]
    [InlineData("&a [1, 2]", "*a")]
    public void Read_Alias_IsTheNodeThatItNames(string anchored, string alias)
    {
        var root = (MappingNode)Assert.Single(Read($"one: {anchored}\ntwo: {alias}\n")).Root;

        Assert.Same(root["one"], root["two"]);
    }

    private static IReadOnlyList<YamlDocument> Read(string text) => YamlFileReader.Read(new InputFile("input.yaml", text, 0), new FindingBag());
}
