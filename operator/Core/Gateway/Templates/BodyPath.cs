using System.Collections.Frozen;
using DirectRoute.Core.Velocity.Json;
using DirectRoute.Core.Velocity.JsonPath;
using DirectRoute.Core.Velocity.Runtime;
using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Gateway.Templates;

/// <summary>A JSONPath as mappings write it behind <c>body.</c>: <c>order.items[0]['id']</c>. It reads what <c>$input.path</c> of a template would.</summary>
internal sealed class BodyPath
{
    private static readonly FrozenDictionary<string, Macro> NoMacros = FrozenDictionary<string, Macro>.Empty;
    private static readonly TemplateCaches Caches = new();
    private readonly DirectRoute.Core.Velocity.JsonPath.Path path;

    private BodyPath(DirectRoute.Core.Velocity.JsonPath.Path path) => this.path = path;

    /// <summary>The path; null when the text is none.</summary>
    public static BodyPath? Parse(string text) => PathParser.Parse(text.StartsWith('[') ? $"${text}" : $"$.{text}").Path is { } path ? new(path) : null;

    /// <summary>What is there: a text stands for itself, all else for its JSON. Null when there is nothing.</summary>
    /// <param name="root">What <see cref="JsonSmartReader"/> read.</param>
    public string? Find(object? root)
    {
        using var scope = new RenderScope(NoMacros, Caches);
        if (!path.TryRead(root, scope, out var value) || value is null) return null;
        var text = value as string ?? JsonText.Of(value, scope);
        return scope.Error is null ? text : null;
    }
}
