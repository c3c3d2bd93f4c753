using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DirectRoute.Cli.CommandLine;

/// <summary>The help texts: what the library makes of the commands, then the examples.</summary>
internal sealed class Help(HelpAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Takes the place of the library's own option, which also answers to <c>/?</c>.</summary>
    public static void Replace(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>().ToList()) root.Options.Remove(option);
        var help = new HelpOption("--help", "-h") { Description = "Say how the command is used" };
        if (help.Action is HelpAction action) help.Action = new Help(action);
        root.Options.Add(help);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = inner.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ExampleCommand command) return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in command.Examples.Split('\n')) output.WriteLine($"  {line}");
        return code;
    }
}
