namespace DirectRoute.Core.Catalogue;

/// <summary>Responses that JSON-protocol actions share. Nothing that AWS says about an error reaches the client: it names accounts, roles and ARNs.</summary>
internal static class Responses
{
    private const string Fault = "#set($type = \"$!input.path('$.__type')\")\n";

    private const string Throttled =
        "$type.contains('Throttl') || $type.contains('ThroughputExceeded') || $type.contains('RequestLimitExceeded')";

    /// <summary>AWS answers 400 to these too, but the client of the API can do nothing about them.</summary>
    private static readonly string[] BackendFaults =
    [
        "AccessDenied", "ResourceNotFound", "DoesNotExist", "NonExistent", "UnrecognizedClient", "InvalidSignature", "IncompleteSignature",
        "MissingAuthenticationToken", "ExpiredToken", "InvalidClientToken", "InvalidAddress", "InvalidSecurity", "UnknownOperation", "KMS", "Kms",
    ];

    /// <summary>Success: status 200 with this template.</summary>
    public static ResponseEntry Success(string template) => new("200", @"2\d{2}", template);

    /// <summary>AWS refused the call: 400 for the client's mistakes, 429 when throttled, 502 when the fault lies behind the API.</summary>
    public static readonly ResponseEntry Refused = new("400", "400",
        Fault
        + $"#if({Throttled})\n" + Override(429) + Message("Too Many Requests")
        + $"#elseif({string.Join(" || ", BackendFaults.Select(f => $"$type.contains('{f}')"))})\n" + Override(502) + Message("Bad Gateway")
        + "#else\n" + Message("Bad Request") + "#end\n");

    /// <summary>Everything else: 502, or 429 when throttled.</summary>
    public static readonly ResponseEntry Failed = new("502", null,
        Fault + $"#if({Throttled})\n" + Override(429) + Message("Too Many Requests") + "#else\n" + Message("Bad Gateway") + "#end\n");

    /// <summary>Sets the status that the client sees.</summary>
    public static string Override(int status) => $"#set($context.responseOverride.status = {status})\n";

    /// <summary>A body in the form of API Gateway's own errors.</summary>
    public static string Message(string text) => $"{{\"message\": \"{text}\"}}\n";
}
