using System.CommandLine;
using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Lint;
using DirectRoute.Cli.Output;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile;

namespace DirectRoute.Cli.CommandLine;

/// <summary>The options that say what to read; every command that reads manifests has them.</summary>
internal sealed class InputArguments
{
    private const int MaxClusterName = 63;
    private const int MaxNamespace = 63;

    private readonly Option<string[]> files;

    private readonly Option<bool> recursive = new("--recursive", "-R") { Description = "Search folders with their subfolders" };
    private readonly Option<string> ns = new("--namespace", "-n") { Description = "The namespace of manifests that name none", HelpName = "NAME", DefaultValueFactory = _ => "default" };
    private readonly Option<string?> accountId;
    private readonly Option<string?> region = new("--region") { Description = "The region, where no AwsAccount in the input says it. Default: the one that the ARNs name", HelpName = "REGION" };
    private readonly Option<string?> partition = new("--partition") { Description = "The partition. Default: the one of the region", HelpName = "NAME" };

    private readonly Option<string> cluster = new("--cluster-name")
    {
        Description = "The operator's cluster name, which is part of tags and role names",
        HelpName = "NAME",
        DefaultValueFactory = _ => AccountOptions.DefaultClusterName,
    };

    private readonly Option<string> color = new("--color") { Description = "Colours: on a terminal, always or never", HelpName = "auto|always|never", DefaultValueFactory = _ => "auto" };

    /// <param name="isOptional">Whether the command has something to do without manifests.</param>
    /// <param name="accountDefault">Which account is taken when none is said, in words.</param>
    public InputArguments(bool isOptional = false, string accountDefault = "the one that the ARNs in the manifests name")
    {
        files = new("--filename", "-f")
        {
            Description = "A file, a folder, or - for the standard input; may be given several times",
            HelpName = "FILE",
            Required = !isOptional,
            Arity = ArgumentArity.OneOrMore,
        };
        accountId = new("--account-id", "--account") { Description = $"The AWS account. Default: {accountDefault}", HelpName = "ID" };
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        color.AcceptOnlyFromAmong("auto", "always", "never");
        partition.CompletionSources.Add([.. Partitions.Known]);
        Check(accountId, id => id.Length == 12 && id.All(char.IsAsciiDigit), "an account is twelve digits");
        Check(region, ManifestRules.IsRegion, "a region looks like us-east-1");
        Check(partition, Partitions.IsPartition, $"a partition is one of {string.Join(", ", Partitions.Known)}");
        Check(cluster, name => name.Length is > 0 and <= MaxClusterName, $"a cluster's name has 1 to {MaxClusterName} characters");
        Check(ns, name => name.Length is > 0 and <= MaxNamespace && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "a namespace's name has lower-case letters, digits and hyphens");
        foreach (var option in (Option[])[files, recursive, ns, accountId, region, partition, cluster, color]) command.Add(option);
    }

    public InputOptions Read(ParseResult parsed) => new(
        parsed.GetValue(files) ?? [],
        parsed.GetValue(recursive),
        parsed.GetRequiredValue(ns),
        new AccountOptions(parsed.GetValue(accountId), parsed.GetValue(region), parsed.GetValue(partition), parsed.GetRequiredValue(cluster)));

    public Terminal Terminal(ParseResult parsed, CommandHost host)
    {
        var mode = Enum.Parse<ColorMode>(parsed.GetRequiredValue(color), ignoreCase: true);
        return new Terminal(
            host.Out, host.Error,
            TerminalStyles.For(mode, host.IsOutRedirected, host.Variable),
            TerminalStyles.For(mode, host.IsErrorRedirected, host.Variable));
    }

    private static void Check<T>(Option<T> option, Func<string, bool> fits, string rule) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(t => !fits(t.Value))) result.AddError($"{option.Name} {token.Value}: {rule}.");
    });
}
