using System.Collections.Immutable;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>What is known of a request besides who asks for what: <c>aws:CurrentTime</c>, <c>aws:SourceArn</c> and so on. Names have no case.</summary>
internal sealed class ContextKeys
{
    private readonly ImmutableDictionary<string, ValueList<string>> values;

    private ContextKeys(ImmutableDictionary<string, ValueList<string>> values) => this.values = values;

    /// <summary>Nothing.</summary>
    public static ContextKeys None { get; } = new(ImmutableDictionary.Create<string, ValueList<string>>(StringComparer.OrdinalIgnoreCase));

    /// <summary>Keys with one value each.</summary>
    public static ContextKeys Of(params ReadOnlySpan<(string Name, string Value)> keys)
    {
        var context = None;
        foreach (var (name, value) in keys) context = context.With(name, value);
        return context;
    }

    /// <summary>The same with these values of a key instead of those that it had.</summary>
    public ContextKeys With(string name, params ReadOnlySpan<string> all) => new(values.SetItem(name, ValueList.Create(all)));

    /// <summary>The values of a key; none when it is not there.</summary>
    public ValueList<string> All(string name) => values.GetValueOrDefault(name);

    /// <summary>The value of a key that has just one; null for all others.</summary>
    public string? Single(string name) => All(name) is [var only] ? only : null;
}
