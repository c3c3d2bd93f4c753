using System.CommandLine;

namespace DirectRoute.Cli.CommandLine;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="examples">One a line; comments begin with #.</param>
internal sealed class ExampleCommand(string name, string description, string examples) : Command(name, description)
{
    public string Examples { get; } = examples;
}
