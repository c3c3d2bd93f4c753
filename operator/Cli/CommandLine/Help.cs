using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DirectRoute.Cli.CommandLine;

/// <summary>The help texts: what the library makes of the commands, then the examples.</summary>
internal sealed class Help(HelpAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void AddExamples(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction action) option.Action = new Help(action);
        }
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
