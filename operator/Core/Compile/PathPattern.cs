using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile;

/// <summary>A route's path in segments.</summary>
/// <param name="Text">As the manifest has it.</param>
internal sealed record PathPattern(string Text, ValueList<PathSegment> Segments)
{
    private const string Field = "spec.match.path";
    private const string HttpSegmentCharacters = "._~:@!$&'()*+,;=%-";
    private const string RestSegmentCharacters = "._-:$";
    private const int MaxLength = 1024;

    /// <summary>The names of the variables, in order.</summary>
    public ValueList<string> Variables => Segments.Where(s => s.IsVariable).Select(s => s.Name).ToValueList();

    /// <summary>The path with all variables alike: two paths with one shape are one to HTTP APIs.</summary>
    public string Shape => "/" + string.Join('/', Segments.Select(s => s.IsGreedy ? "{+}" : s.IsVariable ? "{}" : s.Text));

    /// <summary>The path down to and with the segment at <paramref name="depth"/>; the root is depth 0.</summary>
    public string Prefix(int depth) => "/" + string.Join('/', Segments.Take(depth).Select(s => s.Text));

    /// <summary>The path, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static PathPattern? Parse(string? text, ApiProtocol protocol, DiagnosticBag diagnostics)
    {
        if (text is null || text.Length == 0 || text[0] != '/') return Wrong(diagnostics, $"\"{text}\" does not begin with a slash: write /{text}.");
        if (text.Length > MaxLength) return Wrong(diagnostics, $"The path has {text.Length} characters; {MaxLength} are allowed.");
        var segments = text == "/" ? [] : text[1..].Split('/').Select(PathSegment.Parse).ToValueList();
        var path = new PathPattern(text, segments);
        var fault = path.FaultOf(protocol);
        return fault is null ? path : Wrong(diagnostics, fault);
    }

    private static PathPattern? Wrong(DiagnosticBag diagnostics, string message)
    {
        diagnostics.Error(Reasons.InvalidValue, Field, message);
        return null;
    }

    private string? FaultOf(ApiProtocol protocol)
    {
        foreach (var segment in Segments)
        {
            if (segment.Text.Length == 0) return "A segment of the path is empty: a path has no slash at its end, and never two in a row.";
            if (!IsValid(segment, protocol)) return InvalidSegment(segment.Text, protocol);
        }
        for (var i = 0; i < Segments.Count - 1; i++)
        {
            if (Segments[i].IsGreedy) return $"{Segments[i].Text} takes all that follows, so it must be the last segment of the path.";
        }
        var twice = Variables.GroupBy(v => v, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        return twice is null ? null : $"The variable {{{twice}}} occurs twice in the path: give each its own name.";
    }

    private static string InvalidSegment(string text, ApiProtocol protocol) => text.AsSpan().ContainsAny('{', '}')
        ? $"\"{text}\" is not a segment: a variable is a whole segment, such as {{userId}} or, at the end, {{rest+}}; "
            + "its name has letters, digits, dots, hyphens and underscores."
        : $"\"{text}\" is not a segment: {protocol} APIs allow letters, digits and {Allowed(protocol)} there.";

    private static bool IsValid(PathSegment segment, ApiProtocol protocol)
    {
        if (segment.IsVariable) return segment.Name.Length > 0 && segment.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        return segment.Text.All(c => char.IsAsciiLetterOrDigit(c) || Allowed(protocol).Contains(c, StringComparison.Ordinal));
    }

    private static string Allowed(ApiProtocol protocol) => protocol == ApiProtocol.HTTP ? HttpSegmentCharacters : RestSegmentCharacters;
}

/// <summary>One segment of a path.</summary>
/// <param name="Text">As written: <c>users</c>, <c>{userId}</c>, <c>{rest+}</c>.</param>
/// <param name="Name">A variable's name, else empty.</param>
internal readonly record struct PathSegment(string Text, string Name, bool IsVariable, bool IsGreedy)
{
    public static PathSegment Parse(string text)
    {
        if (text.Length < 2 || text[0] != '{' || text[^1] != '}') return new(text, "", false, false);
        var greedy = text[^2] == '+';
        return new(text, text[1..^(greedy ? 2 : 1)], true, greedy);
    }
}
