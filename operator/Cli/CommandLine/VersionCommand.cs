using System.CommandLine;
using System.Runtime.InteropServices;
using DirectRoute.Cli.Schemas;

namespace DirectRoute.Cli.CommandLine;

/// <summary><c>direct version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create(CommandHost host)
    {
        var command = new Command("version", "Say which version this is, and which manifests it reads");
        command.SetAction(_ =>
        {
            var commit = CommandHost.Commit is { } sha ? $" ({sha[..Math.Min(12, sha.Length)]})" : "";
            host.Out.WriteLine($"direct {CommandHost.Version}{commit}, {KindSchema.ApiVersion}, {RuntimeInformation.FrameworkDescription}");
        });
        return command;
    }
}
