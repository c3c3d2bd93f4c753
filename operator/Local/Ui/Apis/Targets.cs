namespace DirectRoute.Local.Ui.Apis;

/// <summary>Names of what routes call, as short as they are clear.</summary>
internal static class Targets
{
    private const string Function = ":function:";

    /// <summary>Such as <c>SQS-SendMessage</c>, <c>dynamodb:action/GetItem</c>, <c>lambda:orders</c>, an address, or <c>mock</c>.</summary>
    public static string Name(string? type, string? subtype, string? uri)
    {
        if (type is null) return "no integration";
        if (type == "MOCK") return "mock";
        if (subtype is not null) return subtype;
        if (uri is null) return type;
        var function = uri.IndexOf(Function, StringComparison.Ordinal);
        if (function >= 0) return "lambda:" + uri[(function + Function.Length)..].Split('/')[0];
        // arn:{partition}:apigateway:{region}:{service}:{path|action}/...
        return uri.Split(':', 6) is ["arn", _, "apigateway", _, var service, var call] ? $"{service}:{call}" : uri;
    }
}
