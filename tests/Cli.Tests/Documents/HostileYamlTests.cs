using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Tests.Documents;

public sealed class HostileYamlTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "a: " + new string('[', 100_000), "nests deeper" },
        { string.Concat(Enumerable.Repeat("- ", 100_000)), "nests deeper" },
        { Bomb(), "more than 200000 values" },
        { string.Concat(Enumerable.Range(0, 150_000).Select(i => $"k{i}: 1\n")), "more than 200000 values" },
        { "a: &x [*x]", "contains itself" },
        { "a: [1, 2\nb: 3\n", "may not be closed" },
        { new string('"', 1001), "quote" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_HostileText_IsRefusedInOneFinding(string text, string expected)
    {
        var findings = new FindingBag();

        YamlFileReader.Read(new InputFile("input.yaml", text, 0), findings);

        Assert.Contains(expected, Assert.Single(findings.ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToList_MoreFindingsThanAnybodyReads_SaysHowManyMore()
    {
        var findings = new FindingBag();

        YamlFileReader.Read(new InputFile("input.yaml", string.Concat(Enumerable.Repeat("k: 1\n", 5000)), 0), findings);

        var kept = findings.ToList();
        Assert.Equal(1001, kept.Count);
        Assert.Equal(FindingReasons.TooManyFindings, kept[^1].Reason);
        Assert.Contains("3999 findings more", kept[^1].Message, StringComparison.Ordinal);
    }

    private static string Bomb() => "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n"));
}
