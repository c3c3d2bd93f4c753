using DirectRoute.Core.Planning.Printing;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Planning.Printing;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a\nb", "a\nb", "")]
    [InlineData(null, "a\nb", "+a|+b")]
    [InlineData("a\nb", null, "-a|-b")]
    [InlineData("a\nb\nc", "a\nc", " a|-b| c")]
    [InlineData("a\nc", "a\nb\nc", " a|+b| c")]
    [InlineData("a\r\nb", "a\nb", "")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8", "1\nx\n3\n4\n5\n6\ny\n8", " 1|-2|+x| 3|@2 lines| 6|-7|+y| 8")]
    [InlineData("1\n2\n3", "1\n2\n4", "@1 line| 2|-3|+4")]
    public void Of_TwoBodies_ShowsWhatChanges(string? before, string? after, string expected) =>
        Assert.Equal(expected, string.Join('|', LineDiff.Of(before, after).Select(Text)));

    [Fact]
    public void Of_HugeBodies_IsShort()
    {
        var before = string.Join('\n', Enumerable.Range(0, 30_000));
        var after = string.Join('\n', Enumerable.Range(0, 30_000).Reverse());

        Assert.InRange(LineDiff.Of(before, after).Count, 2, 62);
    }

    [Fact]
    public void Of_AnyShortBodies_RemovedAndAddedLinesLeadFromOneToTheOther() =>
        Prop.ForAll(Bodies(), Bodies(), (before, after) =>
        {
            var diff = LineDiff.Of(string.Join('\n', before), string.Join('\n', after));
            Assert.Equal(Count(after, "x") - Count(before, "x"), Changes(diff, "x"));
            Assert.Equal(Count(after, "y") - Count(before, "y"), Changes(diff, "y"));
            Assert.Equal(before.SequenceEqual(after), diff.Count == 0);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string[]> Bodies() => Gen.Elements("x", "y", "").ArrayOf().Where(a => a.Length is > 0 and < 20).ToArbitrary();

    private static int Count(string[] body, string line) => body.Count(l => l == line);

    private static int Changes(IEnumerable<DiffLine> diff, string line) =>
        diff.Where(l => l.Text == line).Sum(l => l.Kind switch { DiffLineKind.Added => 1, DiffLineKind.Removed => -1, _ => 0 });

    private static string Text(DiffLine line) => line.Kind switch
    {
        DiffLineKind.Added => "+",
        DiffLineKind.Removed => "-",
        DiffLineKind.Same => " ",
        _ => "@",
    } + line.Text;
}
