using System.Text.RegularExpressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>Parameter mappings of REST requests: what they may set, and from what.</summary>
internal static partial class RawMappingRules
{
    /// <summary>Setting one of these makes every request fail with 500; recorded on AWS.</summary>
    private static readonly HashSet<string> Illegal = new(StringComparer.OrdinalIgnoreCase)
        { "Content-Length", "Transfer-Encoding", "X-Amzn-Trace-Id", "Authorization", "Connection", "Expect", "Proxy-Authenticate", "TE" };

    public static IEnumerable<RawFinding> Check(RawSubject subject)
    {
        if (subject.IsHttpApi) yield break;
        foreach (var (target, source) in subject.Mappings)
        {
            var field = $"requestParameters[\"{target}\"]";
            if (TargetFault(subject, target) is { } fault) yield return fault with { Field = field };
            if (SourceFault(source, subject) is { } wrong) yield return new RawFinding(field, wrong);
        }
    }

    private static RawFinding? TargetFault(RawSubject subject, string target)
    {
        if (target.StartsWith("integration.request.body", StringComparison.Ordinal))
            return new RawFinding("", "Mappings set path, querystring and header only. The body is made by a template, and is a source: method.request.body.name.");
        var parts = Target().Match(target);
        if (!parts.Success) return new RawFinding("", $"\"{target}\" is nothing that a mapping sets: write integration.request.header.Name, integration.request.querystring.name or integration.request.path.name.");
        var (place, name) = (parts.Groups["place"].Value, parts.Groups["name"].Value);
        if (place == "path" && subject.Raw.Uri?.Contains($"{{{name}}}", StringComparison.Ordinal) != true)
            return new RawFinding("", $"The uri has no {{{name}}} for it: path parameters need a placeholder there.");
        if (place != "header") return null;
        if (subject.Raw.Type is RawType.AWS or RawType.AWS_PROXY && Illegal.Contains(name))
            return new RawFinding("", $"API Gateway lets nobody set {name} on calls to AWS: every request would be answered with 500. Leave it out.");
        return name.StartsWith("X-Amz-Content-Type", StringComparison.OrdinalIgnoreCase)
            ? new RawFinding("", "There is no such header: the content type is set by integration.request.header.Content-Type: \"'application/x-amz-json-1.0'\".") : null;
    }

    private static string? SourceFault(string source, RawSubject subject)
    {
        if (source is ['\'', .., '\'']) return null;
        if (source.StartsWith("integration.request.", StringComparison.Ordinal))
            return $"integration.request is what is sent, not what is read: write {source.Replace("integration.", "method.", StringComparison.Ordinal)}.";
        if (Source().IsMatch(source))
        {
            var path = PathSource().Match(source);
            return path.Success && !subject.Route.Path.Variables.Contains(path.Groups[1].Value, StringComparer.Ordinal)
                ? $"The path {subject.Route.Path.Text} has no variable {path.Groups[1].Value}." : null;
        }
        return $"\"{source}\" is no source. A fixed value stands in single quotes: \"'{source.Trim('\'')}'\"; the others are method.request.{{path|querystring|header}}.name, method.request.body, stageVariables.name and context.name.";
    }

    [GeneratedRegex(@"\Aintegration\.request\.(?<place>path|querystring|header)\.(?<name>[^\s]+)\z")]
    private static partial Regex Target();

    [GeneratedRegex(@"\A(method\.request\.(path|querystring|multivaluequerystring|header|multivalueheader)\.[^\s']+|method\.request\.body(\.[^\s']+|\[[^\s']+)?|stageVariables\.[A-Za-z0-9_]+|context\.[A-Za-z0-9_.]+)\z")]
    private static partial Regex Source();

    [GeneratedRegex(@"\Amethod\.request\.path\.(.+)\z")]
    private static partial Regex PathSource();
}
