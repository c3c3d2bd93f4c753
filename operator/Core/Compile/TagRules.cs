using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>What AWS and the operator ask of users' tags.</summary>
internal static class TagRules
{
    private const int MaxKey = 128;
    private const int MaxValue = 256;

    /// <summary>AWS takes 50 tags; the operator keeps ten for itself.</summary>
    private const int MaxCount = 40;

    /// <summary>The tags that may be written; what is wrong goes to the diagnostics.</summary>
    public static ValueMap<string> Check(IReadOnlyDictionary<string, string>? tags, string field, DiagnosticBag diagnostics)
    {
        if (tags is null) return default;
        if (tags.Count > MaxCount)
            diagnostics.Error(Reasons.InvalidValue, field,
                $"There are {tags.Count} tags; {MaxCount} are allowed besides the operator's own.");
        foreach (var (key, value) in tags.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            if (FaultOf(key, value ?? "") is { } fault) diagnostics.Error(Reasons.InvalidValue, $"{field}[\"{key}\"]", fault);
        }
        return tags.Select(t => KeyValuePair.Create(t.Key, t.Value ?? "")).ToValueMap();
    }

    private static string? FaultOf(string key, string value)
    {
        if (key.StartsWith(Owner.TagPrefix, StringComparison.OrdinalIgnoreCase)) return $"Tag keys that begin with {Owner.TagPrefix} are the operator's own: choose another.";
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) return "Tag keys that begin with aws: are AWS's own: choose another.";
        if (key.Length is 0 or > MaxKey) return $"A tag's key has 1 to {MaxKey} characters, this one {key.Length}.";
        if (value.Length > MaxValue) return $"A tag's value has at most {MaxValue} characters, this one {value.Length}.";
        return key.All(IsAllowed) && value.All(IsAllowed) ? null : "Tags hold letters, digits, spaces and _ . : / = + - @ only.";
    }

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is ' ' or '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@';
}
