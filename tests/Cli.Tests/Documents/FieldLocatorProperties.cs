using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Tests.Documents;

/// <summary>Whatever a document looks like, each field is found at the very place where it was written.</summary>
public sealed class FieldLocatorProperties
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Find_EveryScalar_IsWhereItWasWritten(int seed)
    {
        var written = new RandomYaml(seed);
        var findings = new FindingBag();

        var document = Assert.Single(YamlFileReader.Read(new InputFile("input.yaml", written.Text, 0), findings));

        Assert.Empty(findings.ToList());
        Assert.All(written.Scalars, scalar =>
        {
            var place = FieldLocator.Find(document.Root, scalar.Field);
            Assert.Equal(scalar.Value, Assert.IsType<ScalarNode>(place.Node).Text);
            Assert.Equal((scalar.Line, scalar.Column), (place.Span.Line, place.Span.Column));
        });
    }

    [Theory]
    [InlineData("spec.match.path", 4, 11)]
    [InlineData("spec.match.method", 3, 3)]
    [InlineData("spec.nothing.at.all", 2, 1)]
    [InlineData("status", 1, 1)]
    [InlineData("spec.tags[\"a.b\"]", 6, 10)]
    [InlineData("spec.tags.a.b", 6, 10)]
    [InlineData("spec.tags", 5, 3)]
    [InlineData("spec.list[1].x", 9, 9)]
    [InlineData("spec.list[7].x", 7, 3)]
    [InlineData("spec.empty", 10, 3)]
    public void Find_Field_IsTheValueOrTheNearestThatIsThere(string field, int line, int column)
    {
        const string yaml = "kind: X\nspec:\n  match:\n   path:  /a\n  tags:\n    a.b: c\n  list:\n  - x: 1\n  - x:  2\n  empty:\n";
        var document = Assert.Single(YamlFileReader.Read(new InputFile("input.yaml", yaml, 0), new FindingBag()));

        var span = FieldLocator.Find(document.Root, field).Span;

        Assert.Equal((line, column), (span.Line, span.Column));
    }
}
