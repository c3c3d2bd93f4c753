using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;
using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.Tests.Output;

public sealed class TerminalTests
{
    [Theory]
    [InlineData("Auto", false, null, null, true)]
    [InlineData("Auto", true, null, null, false)]
    [InlineData("Auto", false, "1", null, false)]
    [InlineData("Auto", false, "", null, true)]
    [InlineData("Auto", false, null, "dumb", false)]
    [InlineData("Always", true, "1", "dumb", true)]
    [InlineData("Never", false, null, null, false)]
    public void For_Mode_ColoursWhereItShould(string mode, bool isRedirected, string? noColor, string? term, bool expected)
    {
        var style = TerminalStyles.For(Enum.Parse<ColorMode>(mode), isRedirected, name => name == "NO_COLOR" ? noColor : name == "TERM" ? term : null);

        Assert.Equal(new TextStyle(!isRedirected, expected), style);
    }

    [Fact]
    public void Write_OnATerminal_PointsAtThePlace()
    {
        var file = new InputFile("a.yaml", "spec:\n\tname: value # more\n", 0);

        Assert.Equal(
            "a.yaml:2:8: error InvalidValue: spec.name: Wrong.\n2 | \tname: value # more\n  | \t      ^^^^^\n",
            Written(file, new Span(2, 8, 2, 13), new TextStyle(IsTerminal: true, UsesColor: false)));
    }

    [Fact]
    public void Write_LongLine_ShowsThePartAroundThePlace()
    {
        var file = new InputFile("a.yaml", new string('x', 500) + "HERE" + new string('y', 500), 0);

        var lines = Written(file, new Span(1, 501, 1, 505), new TextStyle(IsTerminal: true, UsesColor: false)).Split('\n');

        Assert.True(lines[1].Length < 200);
        Assert.Equal("HERE", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 4));
    }

    [Fact]
    public void Write_InColour_PaintsOnlyWhatItShould()
    {
        var file = new InputFile("a.yaml", "a: b\n", 0);

        Assert.Equal(
            "\e[1ma.yaml:1:4:\e[0m \e[1;31merror InvalidValue:\e[0m spec.name: Wrong.\n",
            Written(file, new Span(1, 4, 1, 5), new TextStyle(IsTerminal: false, UsesColor: true)));
    }

    [Theory]
    [InlineData("plain, ünïcode 😀", "plain, ünïcode 😀")]
    [InlineData("a\e[31mb", "a\\u001b[31mb")]
    [InlineData("a\nb\r", "a\\u000ab\\u000d")]
    [InlineData("a\u202eb", "a\\u202eb")]
    public void Escape_Text_CannotSteerTheTerminal(string text, string expected) => Assert.Equal(expected, ControlCharacters.Escape(text));

    private static string Written(InputFile file, Span span, TextStyle style)
    {
        var finding = new Finding
        {
            Severity = FindingSeverity.Error,
            Reason = "InvalidValue",
            Field = "spec.name",
            Message = "Wrong.",
            Location = new Location(file, span),
        };
        using var writer = new StringWriter { NewLine = "\n" };
        TextFindings.Write([finding], writer, style);
        return writer.ToString();
    }
}
