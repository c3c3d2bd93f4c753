using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.RouteTests;

/// <summary>The tests for people: a line a test, and beneath a failed one what differs.</summary>
internal static class TextReport
{
    /// <summary>Shorter values are in the message already.</summary>
    private const int ShortValue = 60;

    public static void Write(TestRun run, TextWriter writer, TextStyle style)
    {
        foreach (var route in run.Routes)
        {
            writer.WriteLine(style.Paint(TextStyle.Bold, Safe($"{route.Manifest.Key}  {route.Match}")));
            foreach (var test in route.Tests) Write(test, writer, style);
        }
    }

    private static void Write(TestedCase test, TextWriter writer, TextStyle style)
    {
        var outcome = test.Outcome switch
        {
            TestOutcome.Passed => style.Paint(TextStyle.Good, "ok   "),
            TestOutcome.Failed => style.Paint(TextStyle.Error, "FAIL "),
            _ => style.Paint(TextStyle.Error, "ERROR"),
        };
        writer.WriteLine($"  {outcome} {Safe(test.Name)}");
        if (test.Outcome == TestOutcome.Error) writer.WriteLine("        The route was not compiled: see the findings.");
        foreach (var difference in test.Differences) Write(difference, writer, style);
    }

    private static void Write(LocatedDifference located, TextWriter writer, TextStyle style)
    {
        var (difference, place) = (located.Difference, located.Location);
        var where = $"{place.File.Name}:{place.Span.Line}:{place.Span.Column}:";
        if (difference.Expected is not { } expected || difference.Actual is not { } actual || IsShort(expected, actual))
        {
            writer.WriteLine($"        {Safe(where)} {Safe(ShortField(difference.Field))}: {Safe(difference.Message)}");
            return;
        }
        writer.WriteLine($"        {Safe(where)} {Safe(ShortField(difference.Field))}: {style.Paint(TextStyle.Bad, "- expected")}, {style.Paint(TextStyle.Good, "+ actual")}");
        foreach (var line in LineDifference.Of(expected, actual)) writer.WriteLine($"          {Paint(Safe(line), style)}");
    }

    private static bool IsShort(string expected, string actual) =>
        expected.Length <= ShortValue && actual.Length <= ShortValue && !expected.Contains('\n', StringComparison.Ordinal) && !actual.Contains('\n', StringComparison.Ordinal);

    private static string Paint(string line, TextStyle style) => line[0] switch
    {
        '-' => style.Paint(TextStyle.Bad, line),
        '+' => style.Paint(TextStyle.Good, line),
        _ => line,
    };

    /// <summary>The test is named above: <c>tests[0].expect.response.status</c> is <c>expect.response.status</c>.</summary>
    private static string ShortField(string field) => field[(field.IndexOf("].", StringComparison.Ordinal) is >= 0 and var end ? end + 2 : 0)..];

    private static string Safe(string text) => ControlCharacters.Escape(text);
}
