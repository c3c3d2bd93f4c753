using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>What all parts of one template share while it is read.</summary>
internal sealed class ParseContext
{
    /// <summary>The macros; of two with one name the first counts.</summary>
    public Dictionary<string, Macro> Macros { get; } = new(StringComparer.Ordinal);

    /// <summary>Every reference, in order, the ones in strings too.</summary>
    public List<Reference> References { get; } = [];

    /// <summary>Every variable that the template gives a value to.</summary>
    public HashSet<string> Assigned { get; } = new(StringComparer.Ordinal);

    /// <summary>Every directive, in order, that AWS documents nothing about.</summary>
    public List<(string Name, Position At)> Undocumented { get; } = [];
}
