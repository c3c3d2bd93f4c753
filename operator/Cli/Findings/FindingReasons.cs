using DirectRoute.Core.Compile;

namespace DirectRoute.Cli.Findings;

/// <summary>The reasons that only files have, besides the compiler's (<see cref="Reasons"/>).</summary>
internal static class FindingReasons
{
    /// <summary>The text is no YAML, or YAML of a kind that Kubernetes does not take.</summary>
    public const string InvalidYaml = nameof(InvalidYaml);

    /// <summary>The document is no manifest.</summary>
    public const string NotAManifest = nameof(NotAManifest);

    /// <summary>The group has no such version.</summary>
    public const string UnknownVersion = nameof(UnknownVersion);

    /// <summary>The group has no such kind.</summary>
    public const string UnknownKind = nameof(UnknownKind);

    /// <summary>The kind has no such field; the API server would drop it.</summary>
    public const string UnknownField = nameof(UnknownField);

    /// <summary>A field that must be there is not.</summary>
    public const string MissingField = nameof(MissingField);

    /// <summary>The value is a text where a number must be, or the like.</summary>
    public const string InvalidType = nameof(InvalidType);

    /// <summary>Two manifests are of one kind, namespace and name.</summary>
    public const string Duplicate = nameof(Duplicate);

    /// <summary>The AwsAccount does not allow the namespace.</summary>
    public const string NotAllowedByAccount = nameof(NotAllowedByAccount);

    /// <summary>There is more to say than anybody reads.</summary>
    public const string TooManyFindings = nameof(TooManyFindings);
}
