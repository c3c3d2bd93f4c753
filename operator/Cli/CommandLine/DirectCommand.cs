using System.CommandLine;
using System.CommandLine.Invocation;
using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.CommandLine;

/// <summary>The whole command line.</summary>
internal static class DirectCommand
{
    private const string Description = """
        Checks, renders, tests and serves DirectRoute manifests. It reads files, and calls no cluster; nor AWS, unless `direct local` is told to.

        Exit codes: 0 all is fine, 1 the input has errors or a test failed, 2 the command line is wrong or the input cannot be read, 3 a bug of the program.
        """;

    /// <summary>Parses and runs; the exit code.</summary>
    public static int Run(IReadOnlyList<string> args, CommandHost host)
    {
        try
        {
            return Invoke(args, host);
        }
        catch (InputException e)
        {
            host.Error.WriteLine($"direct: {e.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is not IOException)
        {
            // An output that is closed is no bug; everything else is.
            host.Error.WriteLine($"direct: this is a bug of the program, please report it: {e}");
            return ExitCodes.Bug;
        }
    }

    private static int Invoke(IReadOnlyList<string> args, CommandHost host)
    {
        var result = Create(host).Parse(Suggestions.WithoutCommandName(args));
        if (result.Action is ParseErrorAction mistake) return Refuse(result, mistake, host);
        return result.Invoke(new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>A mistake is told in a line or two; the whole help would hide it.</summary>
    private static int Refuse(ParseResult result, ParseErrorAction mistake, CommandHost host)
    {
        mistake.ShowHelp = false;
        result.Invoke(new InvocationConfiguration { Output = host.Error, Error = host.Error });
        var path = result.CommandResult.Command is RootCommand ? "direct" : $"direct {result.CommandResult.Command.Name}";
        host.Error.WriteLine($"See {path} --help.");
        return ExitCodes.Usage;
    }

    private static RootCommand Create(CommandHost host)
    {
        var root = new RootCommand(Description) { HelpName = "direct" };
        root.Add(LintCommand.Create(host));
        root.Add(RenderCommand.Create(host));
        root.Add(TestCommand.Create(host));
        root.Add(LocalCommand.Create(host));
        root.Add(CompletionCommand.Create(host));
        root.Add(VersionCommand.Create(host));
        Help.Replace(root);
        return root;
    }
}
