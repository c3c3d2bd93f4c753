using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>
/// What becomes of the answers that no other rule matches. Nothing that AWS says about an error reaches the client: it names accounts, roles and ARNs.
/// </summary>
internal static class ResponseDefaults
{
    private static readonly ResponseRule Throttled =
        new() { When = ResponseCondition.Error("*Throttl*", "*ThroughputExceeded*", "RequestLimitExceeded*", "TooManyRequests*", "SlowDown"), Status = 429 };

    /// <summary>AWS answers 400 to these too, but the client of the API can do nothing about them.</summary>
    private static readonly ResponseRule BackendFault = new()
    {
        When = ResponseCondition.Error(
            "*AccessDenied*", "*ResourceNotFound*", "*DoesNotExist*", "*NonExistent*", "*UnrecognizedClient*", "*InvalidSignature*", "*IncompleteSignature*",
            "*MissingAuthenticationToken*", "*ExpiredToken*", "*InvalidClientToken*", "*InvalidAddress*", "*InvalidSecurity*", "*UnknownOperation*", "*KMS*", "*Kms*")
            with
        { Status = "400" },
        Status = 502,
    };

    private static readonly ResponseRule Failed = new() { When = ResponseCondition.Error("*"), Status = 502 };

    private static readonly ResponseRule Succeeded = new() { Status = 200 };

    private static readonly ValueList<ResponseRule> ByType = [Succeeded, Throttled, BackendFault, Same(400), Failed];

    /// <summary>REST services tell the client's mistakes by status; what they say of permissions (401, 403) is not the client's business.</summary>
    private static readonly ValueList<ResponseRule> ByStatus = [Succeeded, Same(400), Same(404), Same(409), Same(412), Same(429), Failed];

    private static readonly ValueList<ResponseRule> OfXml = [Succeeded, Same(304), Same(400), Same(404), Same(412), Same(416), Busy, Failed];

    private static readonly ValueList<ResponseRule> OfAnyBackend =
        [Succeeded, Same(400), Same(401), Same(403), Same(404), Same(409), Same(412), Same(422), Same(429), Failed];

    /// <summary>The rules, of which one matches every answer.</summary>
    public static ValueList<ResponseRule> Of(ErrorStyle style) => style switch
    {
        ErrorStyle.RestXml => OfXml,
        ErrorStyle.RestJson => ByStatus,
        ErrorStyle.Lambda => [Succeeded, Failed],
        ErrorStyle.None => OfAnyBackend,
        _ => ByType,
    };

    private static ResponseRule Busy => new() { When = ResponseCondition.Of("503"), Status = 429 };

    private static ResponseRule Same(int status) =>
        new() { When = ResponseCondition.Of(status.ToString(System.Globalization.CultureInfo.InvariantCulture)), Status = status };
}
