using System.CommandLine;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Lint;
using DirectRoute.Cli.Output;
using DirectRoute.Cli.RouteTests;

namespace DirectRoute.Cli.CommandLine;

/// <summary><c>direct test</c>.</summary>
internal static class TestCommand
{
    private const string Examples = """
        direct test -f manifests
        direct test -f manifests --filter send-message
        direct test -f manifests -o junit > direct.xml
        """;

    public static Command Create(CommandHost host)
    {
        var command = new ExampleCommand("test", "Run the tests that routes declare in spec.tests; nothing is called", Examples);
        var input = new InputArguments();
        input.AddTo(command);
        var filter = new Option<string?>("--filter") { Description = "Run only tests whose \"namespace/route: test\" contains this, in any case", HelpName = "TEXT" };
        var output = new Option<string>("--output", "-o") { Description = "How to write the results", HelpName = "text|json|junit", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json", "junit");
        command.Add(filter);
        command.Add(output);
        command.SetAction(parsed =>
        {
            var result = Linter.Lint(input.Read(parsed) with { SkipsTests = true }, host.StandardInput);
            var run = new TestRunner(result.Compiled, parsed.GetValue(filter)).Run(result.Manifests.Routes);
            return Write(result, run, parsed.GetRequiredValue(output), parsed.GetValue(filter), input.Terminal(parsed, host));
        });
        return command;
    }

    private static int Write(LintResult result, TestRun run, string format, string? filter, Terminal terminal)
    {
        switch (format)
        {
            case "json": terminal.Out.WriteLine(JsonReport.Write(run)); break;
            case "junit": terminal.Out.WriteLine(JUnitReport.Write(run)); break;
            default: TextReport.Write(run, terminal.Out, terminal.OutStyle); break;
        }
        terminal.Out.Flush();
        // What keeps a route from being compiled may also have hidden its tests.
        TextFindings.Write([.. result.Findings.Where(f => f.Severity == FindingSeverity.Error)], terminal.Error, terminal.ErrorStyle);
        LintSummary.WriteAssumptions(result, terminal);
        terminal.Error.WriteLine(Summary(result, run, filter, terminal.ErrorStyle));
        if (run.Failed + run.Errors + result.Counts.Errors > 0) return ExitCodes.Failed;
        if (result.Manifests.Count == 0) return LintCommand.Nothing(terminal);
        return run.Total == 0 && filter is not null ? ExitCodes.Usage : ExitCodes.Fine;
    }

    private static string Summary(LintResult result, TestRun run, string? filter, TextStyle style)
    {
        if (run.Total == 0)
            return filter is null ? $"{Plural.Of(result.Manifests.Routes.Count, "route")}, no tests: a route declares them in spec.tests." : $"No test's name contains \"{filter}\".";
        var errors = run.Errors == 0 ? "" : $", {run.Errors} not run";
        var verdict = style.Paint(run.Passed == run.Total ? TextStyle.Good : TextStyle.Error, $"{run.Passed} passed, {run.Failed} failed{errors}");
        return $"{Plural.Of(run.Routes.Count, "route")}, {Plural.Of(run.Total, "test")}: {verdict}";
    }
}
