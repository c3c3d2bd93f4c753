using System.Text.RegularExpressions;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>Integration responses: that there are some, and that one takes what no other does.</summary>
internal static partial class RawResponseRules
{
    private const string NotFound = "404";
    private const string MissingItem = "A missing item is 200 with {}: let that response's template say #if(!$input.path('$').containsKey('Item'))#set($context.responseOverride.status = 404)#end.";
    private const string TargetPrefix = "method.response.header.";

    public static IEnumerable<RawFinding> Check(RawSubject subject)
    {
        var raw = subject.Raw;
        if (subject.IsHttpApi || raw.Responses is not { } responses) yield break;
        if (raw.Type is RawType.AWS_PROXY or RawType.HTTP_PROXY)
        {
            yield return new RawFinding("responses", $"With {raw.Type} the backend's answer passes as it is: leave responses out.");
            yield break;
        }
        if (subject.Route.Spec.Responses is not null) yield return new RawFinding("responses", "spec.responses say the same in another way: leave one of the two out.");
        if (responses.Count(r => r is not null && string.IsNullOrEmpty(r.SelectionPattern)) != 1)
            yield return new RawFinding("responses", "Exactly one response has no selectionPattern, for whatever no other takes; without it such an answer is a 500.");
        foreach (var twice in responses.Where(r => r?.StatusCode is not null).GroupBy(r => r.StatusCode, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new RawFinding("responses", $"Two responses have the status {twice.Key}: API Gateway keeps one for each. Set the other by $context.responseOverride.status.");
        for (var i = 0; i < responses.Count; i++)
        {
            if (responses[i]?.SelectionPattern == NotFound && raw.Uri?.Contains(":dynamodb:action/", StringComparison.Ordinal) == true)
                yield return new RawFinding($"responses[{i}].selectionPattern", $"DynamoDB answers {NotFound} to nothing. {MissingItem}", IsError: false);
            foreach (var finding in Response(responses[i], $"responses[{i}]")) yield return finding;
        }
    }

    private static IEnumerable<RawFinding> Response(RawResponse? response, string field)
    {
        if (response?.StatusCode is not { Length: 3 } status || status[0] is < '1' or > '5' || !status.All(char.IsAsciiDigit))
        {
            yield return new RawFinding($"{field}.statusCode", "Give the client's status in three digits.");
            yield break;
        }
        if (response.SelectionPattern is ".+" or ".*")
            yield return new RawFinding($"{field}.selectionPattern", "A dot does not match a line's end: write (.|\\n)+ for every message.", IsError: false);
        foreach (var (target, source) in RawSubject.Ordered(response.ResponseParameters))
        {
            var at = $"{field}.responseParameters[\"{target}\"]";
            if (!Target().IsMatch(target)) yield return new RawFinding(at, "A response's mapping sets method.response.header.Name.");
            else if (HttpHeaders.WarningOf(target[TargetPrefix.Length..]) is { } warning) yield return new RawFinding(at, warning, IsError: false) { Reason = Reasons.InvalidValue };
            if (!Source().IsMatch(source))
                yield return new RawFinding(at, $"\"{source}\" is no source. A fixed value stands in single quotes: \"'{source.Trim('\'')}'\"; the others are integration.response.{{header|multivalueheader}}.name, integration.response.body, stageVariables.name and context.name.");
        }
    }

    [GeneratedRegex(@"\Amethod\.response\.header\.[A-Za-z0-9_.-]+\z")]
    private static partial Regex Target();

    [GeneratedRegex(@"\A('.*'|integration\.response\.(header|multivalueheader)\.[^\s']+|integration\.response\.body([.\[][^\s']+)?|stageVariables\.[A-Za-z0-9_]+|context\.[A-Za-z0-9_.]+)\z", RegexOptions.Singleline)]
    private static partial Regex Source();
}
