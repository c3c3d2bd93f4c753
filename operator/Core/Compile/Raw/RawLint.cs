using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>Finds the mistakes that are made with integrations by hand, before AWS does, or before nobody does.</summary>
internal static class RawLint
{
    private const string Field = "spec.target.raw";

    /// <summary>Says what is wrong, and the right form.</summary>
    public static void Check(RawIntegration raw, RouteScope route, DiagnosticBag diagnostics)
    {
        var subject = new RawSubject(raw, route);
        foreach (var rule in RawRules.All)
        {
            foreach (var finding in rule(subject)) Report(finding, diagnostics);
        }
    }

    private static void Report(RawFinding finding, DiagnosticBag diagnostics)
    {
        var field = finding.Field.Length == 0 ? Field : $"{Field}.{finding.Field}";
        if (finding.IsError) diagnostics.Error(finding.Reason, field, finding.Message, finding.Column, finding.Line);
        else diagnostics.Warn(finding.Reason, field, finding.Message, finding.Column, finding.Line);
    }
}

/// <summary>What a rule looks at.</summary>
internal sealed record RawSubject(RawIntegration Raw, RouteScope Route)
{
    /// <summary>Who may call the route.</summary>
    public RouteAuth? Auth => Route.Spec.Auth ?? Route.Api.Input.Spec.Auth;

    public bool IsHttpApi => Route.Api.Protocol == ApiProtocol.HTTP;

    /// <summary>The request's mappings in ordinal order of target.</summary>
    public IEnumerable<KeyValuePair<string, string>> Mappings => Ordered(Raw.RequestParameters);

    /// <summary>The request's templates in ordinal order of content type.</summary>
    public IEnumerable<KeyValuePair<string, string>> Templates => Ordered(Raw.RequestTemplates);

    /// <summary>All templates, with their fields.</summary>
    public IEnumerable<(string Field, string Text)> AllTemplates
    {
        get
        {
            foreach (var (type, text) in Templates) yield return ($"requestTemplates[\"{type}\"]", text);
            for (var i = 0; i < (Raw.Responses?.Count ?? 0); i++)
            {
                foreach (var (type, text) in Ordered(Raw.Responses![i]?.ResponseTemplates)) yield return ($"responses[{i}].responseTemplates[\"{type}\"]", text);
            }
        }
    }

    /// <summary>The content type that the request is said to have, without quotes and in lower case; null when no mapping says it.</summary>
    public string? ContentType => Header("Content-Type")?.Trim('\'').Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The X-Amz-Target header, without quotes; null when no mapping says it.</summary>
    public string? AmzTarget => Header("X-Amz-Target")?.Trim('\'');

    public static IEnumerable<KeyValuePair<string, string>> Ordered(IReadOnlyDictionary<string, string>? map) =>
        (map ?? new Dictionary<string, string>()).Select(m => KeyValuePair.Create(m.Key, m.Value ?? "")).OrderBy(m => m.Key, StringComparer.Ordinal);

    private string? Header(string name) =>
        Mappings.FirstOrDefault(m => m.Key.Equals($"integration.request.header.{name}", StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>Something that a rule found.</summary>
/// <param name="Field">Beneath <c>spec.target.raw</c>.</param>
/// <param name="IsError">Whether the route cannot work so; else it is worth a look.</param>
internal sealed record RawFinding(string Field, string Message, bool IsError = true)
{
    public string Reason { get; init; } = Reasons.InvalidParameter;

    /// <summary>The place in the field's text, one-based; null when it is about the whole.</summary>
    public int? Line { get; init; }

    /// <summary>The place in its line, one-based.</summary>
    public int? Column { get; init; }
}
