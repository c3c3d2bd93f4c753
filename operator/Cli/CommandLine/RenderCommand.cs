using System.CommandLine;
using DirectRoute.Cli.Lint;
using DirectRoute.Cli.Output;
using DirectRoute.Cli.Rendering;

namespace DirectRoute.Cli.CommandLine;

/// <summary><c>direct render</c>.</summary>
internal static class RenderCommand
{
    private const string Examples = """
        direct render -f manifests
        direct render -f manifests --show policies
        direct render -f manifests --show openapi -o json > openapi.json
        """;

    private static readonly Dictionary<string, RenderView[]> Views = new()
    {
        ["routes"] = [RenderView.Routes],
        ["policies"] = [RenderView.Policies],
        ["openapi"] = [RenderView.OpenApi],
        ["model"] = [RenderView.Model],
        ["all"] = [RenderView.Routes, RenderView.Policies, RenderView.OpenApi, RenderView.Model],
    };

    public static Command Create(CommandHost host)
    {
        var command = new ExampleCommand("render", "Show what manifests become: integrations, templates, IAM policies, OpenAPI", Examples);
        var input = new InputArguments();
        input.AddTo(command);
        var show = new Option<string[]>("--show", "-s")
        {
            Description = "What to show; may be given several times",
            HelpName = string.Join('|', Views.Keys),
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => ["routes", "policies"],
        };
        show.AcceptOnlyFromAmong([.. Views.Keys]);
        var output = new Option<string>("--output", "-o")
        {
            Description = "text for reading; yaml or json for programs, one document after another",
            HelpName = "text|yaml|json",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnlyFromAmong("text", "yaml", "json");
        command.Add(show);
        command.Add(output);
        command.SetAction(parsed =>
        {
            var result = Linter.Lint(input.Read(parsed), host.StandardInput);
            var views = parsed.GetRequiredValue(show).SelectMany(name => Views[name]).Distinct().ToList();
            return Write(result, views, parsed.GetRequiredValue(output), input.Terminal(parsed, host));
        });
        return command;
    }

    private static int Write(LintResult result, List<RenderView> views, string format, Terminal terminal)
    {
        var renderings = Renderer.Render(result.Compiled, views).ToList();
        RenderingWriter.Write(renderings, format, terminal);
        terminal.Out.Flush();
        TextFindings.Write(result.Findings, terminal.Error, terminal.ErrorStyle);
        LintSummary.Write(result, terminal);
        if (result.Counts.Errors > 0) return ExitCodes.Failed;
        return result.Manifests.Count == 0 ? LintCommand.Nothing(terminal) : ExitCodes.Fine;
    }
}
