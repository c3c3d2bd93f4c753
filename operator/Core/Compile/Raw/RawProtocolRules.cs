using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>What each protocol has, and what it has not.</summary>
internal static class RawProtocolRules
{
    public static IEnumerable<RawFinding> Check(RawSubject subject) => subject.IsHttpApi ? Http(subject.Raw) : Rest(subject.Raw).Concat(Credentials(subject));

    private static IEnumerable<RawFinding> Http(RawIntegration raw)
    {
        if (raw.Type is not (RawType.AWS_PROXY or RawType.HTTP_PROXY))
            yield return Unsupported("type", $"HTTP APIs have AWS_PROXY and HTTP_PROXY only, not {raw.Type}.");
        foreach (var (name, given) in new[]
        {
            ("requestTemplates", raw.RequestTemplates is not null), ("passthroughBehavior", raw.PassthroughBehavior is not null and not RawPassthrough.NEVER), ("contentHandling", raw.ContentHandling is not null),
            ("cacheKeyParameters", raw.CacheKeyParameters is not null), ("cacheNamespace", raw.CacheNamespace is not null), ("responses", raw.Responses is not null),
        })
        {
            if (given) yield return Unsupported(name, $"HTTP APIs have no {name}: leave it out, or use an API of protocol REST.");
        }
        if (raw.Subtype is null && raw.Uri is null) yield return new RawFinding("uri", "Give subtype for a first-class service, or uri for a function or an address.");
        if (raw.Subtype is not null && raw.Type != RawType.AWS_PROXY) yield return new RawFinding("subtype", "A first-class service has the type AWS_PROXY.");
        if (raw.Subtype is not null && raw.Uri is not null) yield return new RawFinding("uri", "A first-class service has no uri: leave it out.");
        if (raw.Credentials == RawCredentials.Caller) yield return Unsupported("credentials", "HTTP APIs cannot call as the caller: use Role or None.");
    }

    private static IEnumerable<RawFinding> Rest(RawIntegration raw)
    {
        foreach (var (name, given) in new[] { ("subtype", raw.Subtype is not null), ("payloadFormatVersion", raw.PayloadFormatVersion is not null), ("responseParameters", raw.ResponseParameters is not null) })
        {
            if (given) yield return Unsupported(name, $"REST APIs have no {name}: leave it out, or use an API of protocol HTTP.");
        }
        if (raw.Type == RawType.MOCK)
        {
            if (raw.Uri is not null) yield return new RawFinding("uri", "A mock calls nothing: leave uri out.");
            yield break;
        }
        if (raw.Uri is null) yield return new RawFinding("uri", "Say where the call goes: arn:aws:apigateway:region:service:action/Name or path/..., or an address.");
        if (raw.HttpMethod is null) yield return new RawFinding("httpMethod", "Give the method of the call; AWS answers \"Enumeration value for HttpMethod must be non-empty\" without.");
    }

    private static IEnumerable<RawFinding> Credentials(RawSubject subject)
    {
        if (subject.Raw.Credentials == RawCredentials.Caller && subject.Auth?.Type != AuthType.IAM)
            yield return new RawFinding("credentials", "To call as the caller, API Gateway must know who it is: set spec.auth: {type: IAM}, or use Role or None.");
    }

    private static RawFinding Unsupported(string field, string message) => new(field, message) { Reason = Reasons.UnsupportedByProtocol };
}
