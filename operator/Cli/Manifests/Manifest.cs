using System.Text.Json.Nodes;
using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;

namespace DirectRoute.Cli.Manifests;

/// <summary>A resource of one of the project's kinds, as a file has it.</summary>
internal abstract record Manifest
{
    public required ResourceId Id { get; init; }
    public required YamlDocument Document { get; init; }

    /// <summary>The object as the API server would store it.</summary>
    public required JsonObject Stored { get; init; }

    public string Namespace => Id.Namespace ?? "";

    /// <summary><c>namespace/name</c>.</summary>
    public string Key => $"{Namespace}/{Id.Name}";

    /// <summary>When the API server made the object; objects that it has not seen yet are all as old as another.</summary>
    public DateTimeOffset CreationTimestamp =>
        DateTimeOffset.TryParse(Stored["metadata"]?["creationTimestamp"]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var time)
            ? time
            : DateTimeOffset.MaxValue;

    /// <summary>Where the manifest itself is reported: at its name.</summary>
    public Location Location => new(Document.File, FieldLocator.Find(Document.Root, "metadata.name").Span);
}

/// <summary>A resource with its specification.</summary>
internal sealed record Manifest<TSpec> : Manifest
    where TSpec : class
{
    /// <summary>Null when the manifest has faults that keep it from being understood.</summary>
    public required TSpec? Spec { get; init; }
}
