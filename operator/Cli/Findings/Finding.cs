using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Findings;

/// <summary>How much a finding matters.</summary>
internal enum FindingSeverity
{
    /// <summary>What follows from another finding, or what was taken for granted.</summary>
    Note,

    /// <summary>Worth knowing; nothing is held back.</summary>
    Warning,

    /// <summary>The manifest is not served as it is.</summary>
    Error,
}

/// <summary>A place in a file.</summary>
internal sealed record Location(InputFile File, Span Span);

/// <summary>Names a resource of the input.</summary>
/// <param name="Namespace">Null for kinds that have none.</param>
internal sealed record ResourceId(string Kind, string? Namespace, string Name)
{
    /// <inheritdoc />
    public override string ToString() => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}

/// <summary>Something that there is to say about the input.</summary>
internal sealed record Finding
{
    public required FindingSeverity Severity { get; init; }

    /// <summary>A word for programs, in upper camel case.</summary>
    public required string Reason { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Message { get; init; }
    public required Location Location { get; init; }

    /// <summary>The field, such as <c>spec.match.path</c>; null when it is not about a field.</summary>
    public string? Field { get; init; }

    /// <summary>The resource; null when it could not be told.</summary>
    public ResourceId? Resource { get; init; }

    /// <summary>The manifest; null when it could not be read. Of a resource that is declared twice there are two.</summary>
    public YamlDocument? Document { get; init; }
}
