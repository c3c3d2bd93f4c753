using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What AWS refuses of an integration, in its own words as recorded.</summary>
internal static class IntegrationRules
{
    private static readonly string[] Types = ["HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS"];

    public static Outcome<RestIntegration> Check(RestIntegration integration) => integration.Unless(Refusal(integration));

    public static Outcome<RestIntegrationResponse> Check(RestIntegrationResponse response, RestMethod method) => response.Unless(Refusal(response, method));

    private static Answer? Refusal(RestIntegration integration)
    {
        if (!Types.Contains(integration.Type, StringComparer.Ordinal))
            return Answer.Error(400, "ValidationException",
                $"1 validation error detected: Value '{integration.Type}' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Types)}]");
        if (integration.Type is "MOCK") return null;
        if (string.IsNullOrEmpty(integration.HttpMethod)) return Answer.BadRequest("Enumeration value for HttpMethod must be non-empty");
        return integration.Type!.StartsWith("HTTP", StringComparison.Ordinal) ? HttpRefusal(integration) : AwsRefusal(integration);
    }

    private static Answer? Refusal(RestIntegrationResponse response, RestMethod method)
    {
        if (method.MethodResponses?.ContainsKey(response.StatusCode!) != true) return Answer.NotFound("Invalid Response status code specified");
        foreach (var type in response.ResponseTemplates?.Keys ?? [])
        {
            if (!type.Contains('/', StringComparison.Ordinal)) return Answer.BadRequest($"Validation Result: warnings : [], errors : [Invalid content type specified: {type}]");
        }
        return null;
    }

    private static Answer? HttpRefusal(RestIntegration integration)
    {
        var isEndpoint = integration.Uri is { } uri && (uri.StartsWith("http://", StringComparison.Ordinal) || uri.StartsWith("https://", StringComparison.Ordinal));
        return isEndpoint || integration.ConnectionType == "VPC_LINK" ? null : Answer.BadRequest("Invalid HTTP endpoint specified for URI");
    }

    private static Answer? AwsRefusal(RestIntegration integration)
    {
        var parts = (integration.Uri ?? "").Split(':', 6);
        if (parts.Length < 6 || parts[0] != "arn" || parts[2] != "apigateway") return Answer.BadRequest("Invalid ARN specified in the request");
        if (!parts[5].StartsWith("path/", StringComparison.Ordinal) && !parts[5].StartsWith("action/", StringComparison.Ordinal))
            return Answer.BadRequest("AWS ARN for integration must contain path or action");
        var isProxied = parts[4] is "lambda" or "firehose";
        return integration.Type == "AWS_PROXY" && !isProxied
            ? Answer.BadRequest("Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.")
            : null;
    }
}
