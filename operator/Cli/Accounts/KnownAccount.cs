using DirectRoute.Cli.Manifests;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Cli.Accounts;

/// <summary>Where a fact of an account comes from.</summary>
internal enum FactSource
{
    /// <summary>An option of the command line.</summary>
    Option,

    /// <summary>The AwsAccount's manifest.</summary>
    Manifest,

    /// <summary>The ARNs in the manifests, which all agree.</summary>
    Arns,

    /// <summary>Nothing says it: a value that stands for any.</summary>
    Placeholder,
}

/// <summary>An account as far as files tell.</summary>
/// <param name="Manifest">The AwsAccount; null when the input has none of this name.</param>
internal sealed record KnownAccount(AccountFacts Facts, FactSource IdSource, FactSource RegionSource, Manifest<AwsAccountSpec>? Manifest)
{
    /// <summary>What was taken for granted, in a sentence; null when everything was said.</summary>
    public string? Assumption
    {
        get
        {
            var region = RegionSource is FactSource.Arns or FactSource.Placeholder ? Say("region", Facts.Region, RegionSource, "--region") : null;
            var id = IdSource is FactSource.Arns or FactSource.Placeholder ? Say("account", Facts.AccountId, IdSource, "--account-id") : null;
            return id is null && region is null ? null : $"AwsAccount {Facts.Name}: {string.Join("; ", new[] { id, region }.OfType<string>())}.";
        }
    }

    private static string Say(string what, string value, FactSource source, string option) => source == FactSource.Arns
        ? $"{what} {value}, as the ARNs in the manifests say"
        : $"{what} {value} stands for the real one, which the manifests do not tell: give {option}";
}
