using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>That content type, target header and template speak one protocol.</summary>
internal static class RawContentRules
{
    private const string Form = "application/x-www-form-urlencoded";

    public static IEnumerable<RawFinding> Check(RawSubject subject)
    {
        var raw = subject.Raw;
        if (subject.IsHttpApi || raw.Type != RawType.AWS) yield break;
        foreach (var (type, text) in subject.Templates)
        {
            var isJson = text.TrimStart().StartsWith('{');
            if (subject.ContentType == Form && isJson)
                yield return new RawFinding($"requestTemplates[\"{type}\"]", "The content type says a form, but the template makes JSON. Write Action=...&Name=$util.urlEncode(...), or set Content-Type 'application/x-amz-json-1.0' and X-Amz-Target.");
            if (subject.ContentType?.StartsWith("application/x-amz-json", StringComparison.Ordinal) == true && text.TrimStart().StartsWith("Action=", StringComparison.Ordinal))
                yield return new RawFinding($"requestTemplates[\"{type}\"]", $"The content type says JSON, but the template makes a form. Set Content-Type '{Form}', or write JSON.");
        }
        if (subject.AmzTarget is { } target && raw.RequestParameters is not null && !target.Contains('.', StringComparison.Ordinal) && !target.StartsWith("method", StringComparison.Ordinal))
            yield return new RawFinding("requestParameters[\"integration.request.header.X-Amz-Target\"]", $"\"{target}\" lacks the service's prefix: write 'AmazonSQS.SendMessage', 'DynamoDB_20120810.GetItem' or the like.");
        if (subject.AmzTarget is null && raw.Uri?.Contains(":events:action/", StringComparison.Ordinal) == true)
            yield return new RawFinding("requestParameters", "EventBridge needs integration.request.header.X-Amz-Target: \"'AWSEvents.PutEvents'\".");
        if (raw.PassthroughBehavior is RawPassthrough.WHEN_NO_MATCH)
            yield return new RawFinding("passthroughBehavior", "WHEN_NO_MATCH sends every body whose content type has no template to AWS as it is; it drops no parameters. NEVER answers 415 instead.", IsError: false);
    }
}
