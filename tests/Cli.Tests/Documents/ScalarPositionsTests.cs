using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Tests.Documents;

public sealed class ScalarPositionsTests
{
    [Theory]
    [InlineData("a: text", 1, 1, 1, 4)]
    [InlineData("a: text", 1, 3, 1, 6)]
    [InlineData("a: 'it''s x'", 1, 6, 1, 11)]
    [InlineData("a: \"a\\tb\"", 1, 3, 1, 8)]
    [InlineData("a: \"a\\u00e9b\"", 1, 3, 1, 12)]
    [InlineData("a: \"a\\x41b\"", 1, 3, 1, 10)]
    [InlineData("a: |\n  one\n  two", 2, 2, 3, 4)]
    [InlineData("a: |\n    one", 1, 1, 2, 5)]
    [InlineData("{\"a\": \"x$\"}", 1, 2, 1, 9)]
    public void Find_PlaceInText_IsItsPlaceInTheFile(string yaml, int line, int column, int expectedLine, int expectedColumn)
    {
        var (file, scalar) = Parse(yaml);

        var span = ScalarPositions.Find(file, scalar, line, column);

        Assert.Equal((expectedLine, expectedColumn), (span.Line, span.Column));
    }

    [Theory]
    [InlineData("a: >\n  one\n  two", 1, 5)]
    [InlineData("a: one\n  two", 1, 5)]
    [InlineData("a: |\n  one", 9, 1)]
    public void Find_PlaceThatTheFileDoesNotTell_IsTheWholeScalar(string yaml, int line, int column)
    {
        var (file, scalar) = Parse(yaml);

        Assert.Equal(scalar.Span, ScalarPositions.Find(file, scalar, line, column));
    }

    private static (InputFile, ScalarNode) Parse(string yaml)
    {
        var file = new InputFile("input.yaml", yaml, 0);
        var document = Assert.Single(YamlFileReader.Read(file, new FindingBag()));
        return (file, (ScalarNode)((MappingNode)document.Root).Members[0].Value);
    }
}
