using System.Text.RegularExpressions;

namespace DirectRoute.Testing;

/// <summary>A request that came to a <see cref="FaultProxy"/>.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path as it was sent, escapes included.</param>
/// <param name="Query">The query string as it was sent, with its question mark, or nothing.</param>
/// <param name="Headers">The headers, by name in any case.</param>
/// <param name="Body">The body as text.</param>
public sealed partial record ProxiedRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The AWS operation of the protocols that name it (<c>X-Amz-Target</c>, or <c>Action</c> in the form), or null.</summary>
    public string? Action =>
        Headers.TryGetValue("X-Amz-Target", out var target) ? target.Split('.')[^1]
        : ActionInForm().Match(Body) is { Success: true } match ? match.Groups[1].Value
        : null;

    /// <inheritdoc />
    public override string ToString() => Action is null ? $"{Method} {Path}{Query}" : $"{Method} {Path}{Query} {Action}";

    [GeneratedRegex("(?:^|&)Action=([A-Za-z0-9]+)(?:&|$)")]
    private static partial Regex ActionInForm();
}
