using System.CommandLine;
using DirectRoute.Cli.Lint;
using DirectRoute.Cli.Output;
using DirectRoute.Cli.Schemas;

namespace DirectRoute.Cli.CommandLine;

/// <summary><c>direct lint</c>.</summary>
internal static class LintCommand
{
    private const string Examples = """
        direct lint -f config/samples -R
        kustomize build overlays/prod | direct lint -f - --strict
        direct lint -f manifests -o sarif > direct.sarif
        """;

    public static Command Create(CommandHost host)
    {
        var command = new ExampleCommand("lint", "Say what is wrong with manifests, as the operator would on the resources", Examples);
        var input = new InputArguments();
        input.AddTo(command);
        var strict = new Option<bool>("--strict") { Description = "Take warnings for errors" };
        var output = new Option<string>("--output", "-o") { Description = "How to write the findings", HelpName = "text|json|sarif", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json", "sarif");
        command.Add(strict);
        command.Add(output);
        command.SetAction(parsed =>
        {
            var result = Linter.Lint(input.Read(parsed), host.StandardInput);
            if (parsed.GetValue(strict)) result = result.Strict();
            return Write(result, parsed.GetRequiredValue(output), input.Terminal(parsed, host), host.Folder);
        });
        return command;
    }

    private static int Write(LintResult result, string format, Terminal terminal, string folder)
    {
        switch (format)
        {
            case "json": terminal.Out.WriteLine(JsonFindings.Write(result)); break;
            case "sarif": terminal.Out.WriteLine(SarifFindings.Write(result, CommandHost.Version, folder)); break;
            default: TextFindings.Write(result.Findings, terminal.Out, terminal.OutStyle); break;
        }
        terminal.Out.Flush();
        LintSummary.Write(result, terminal);
        if (result.Counts.Errors > 0) return ExitCodes.Failed;
        return result.Manifests.Count == 0 ? Nothing(terminal) : ExitCodes.Fine;
    }

    /// <summary>Says that the input holds nothing of ours: most likely not what was meant.</summary>
    public static int Nothing(Terminal terminal)
    {
        terminal.Error.WriteLine($"direct: the input has no resource of {KindSchema.ApiVersion} ({string.Join(", ", KindSchema.Kinds)}).");
        return ExitCodes.Usage;
    }
}
