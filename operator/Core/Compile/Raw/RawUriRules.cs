using System.Text.RegularExpressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>Where a call goes: the forms of URIs that REST APIs take, and those that only look like them.</summary>
internal static partial class RawUriRules
{
    private const string Form = "The form is arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-queue, or ...:dynamodb:action/GetItem.";

    public static IEnumerable<RawFinding> Check(RawSubject subject)
    {
        var raw = subject.Raw;
        if (subject.IsHttpApi || raw.Uri is not { } uri || raw.Type == RawType.MOCK) yield break;
        if (raw.Type is RawType.HTTP or RawType.HTTP_PROXY)
        {
            if (!uri.StartsWith("http://", StringComparison.Ordinal) && !uri.StartsWith("https://", StringComparison.Ordinal))
                yield return new RawFinding("uri", $"\"{uri}\" is not an address: with the type {raw.Type} it begins with http:// or https://.");
            yield break;
        }
        var parts = Parts().Match(uri);
        if (!parts.Success) yield return new RawFinding("uri", $"\"{uri}\" is not what an integration calls: it must be of apigateway, and contain path or action. {Form}");
        else foreach (var finding in Aws(raw, parts.Groups["service"].Value, parts.Groups["kind"].Value, parts.Groups["rest"].Value)) yield return finding;
    }

    private static IEnumerable<RawFinding> Aws(RawIntegration raw, string service, string kind, string rest)
    {
        var isFunction = service == "lambda" && kind == "path" && rest.StartsWith("2015-03-31/functions/", StringComparison.Ordinal) && rest.EndsWith("/invocations", StringComparison.Ordinal);
        if (service == "lambda" && !isFunction)
            yield return new RawFinding("uri", $"lambda: only invokes functions, as path/2015-03-31/functions/<ARN>/invocations; no other service lies behind it. {Form}");
        if (isFunction && raw.HttpMethod is { } method && method != RouteMethod.POST)
            yield return new RawFinding("httpMethod", $"Functions are invoked by POST, whatever the route's method: {method} answers 500.");
        if (service == "sqs" && kind == "action")
            yield return new RawFinding("uri", "SQS is called by path, sqs:path/<account>/<queue>; the action goes into the body or X-Amz-Target.");
        if (service == "dynamodb" && kind == "path")
            yield return new RawFinding("uri", $"DynamoDB is called by action: dynamodb:action/{ActionIn(rest) ?? "GetItem"}.");
        if (kind == "action" && (rest.Contains('/', StringComparison.Ordinal) || (service is "dynamodb" or "kinesis" or "firehose" or "states" or "events" && !char.IsAsciiLetterUpper(rest.FirstOrDefault()))))
            yield return new RawFinding("uri", $"\"{rest}\" is not an action: it is one word as AWS writes it, such as PutItem, and stands right behind action/.");
        if (raw.Type == RawType.AWS_PROXY && !isFunction && service != "firehose")
            yield return new RawFinding("type", "AWS_PROXY calls functions and Firehose only: use AWS, with templates.");
        if (raw.HttpMethod is { } other && other != RouteMethod.POST && service is "sqs" or "sns" or "dynamodb" or "kinesis" or "firehose" or "states" or "events" or "logs" && raw.HttpMethod != RouteMethod.POST)
            yield return new RawFinding("httpMethod", $"{service} is called by POST, whatever the route's method.", IsError: service is not ("sqs" or "sns"));
    }

    private static string? ActionIn(string rest) => rest.Split('/').LastOrDefault(p => p.Length > 0) is { } last && last.All(char.IsAsciiLetter) ? char.ToUpperInvariant(last[0]) + last[1..] : null;

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:apigateway:[a-z0-9-]+:(?<service>[A-Za-z0-9.${}_-]+):(?<kind>path|action)/(?<rest>.*)\z")]
    private static partial Regex Parts();
}
