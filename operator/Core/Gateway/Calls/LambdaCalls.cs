namespace DirectRoute.Core.Gateway.Calls;

/// <summary>What invoking a function needs.</summary>
internal static class LambdaCalls
{
    /// <summary>IAM's name of the service.</summary>
    public const string Service = "lambda";

    private const string Functions = "/functions/";

    /// <summary>Whether an integration's URI is a function's ARN, as HTTP APIs may have it.</summary>
    public static bool IsFunction(string uri) => uri.Split(':', 6) is ["arn", _, Service, _, _, _];

    public static CallNeeds Needs(ServiceCall call) => Function(call) is { } function
        ? new([new("lambda:InvokeFunction", function)])
        : new([], $"the path {call.Path} is none that invokes a function");

    private static string? Function(ServiceCall call)
    {
        if (IsFunction(call.Path)) return call.Path;
        var start = call.Path.IndexOf(Functions, StringComparison.Ordinal);
        var end = call.Path.IndexOf("/invoc", StringComparison.Ordinal);
        if (start < 0 || end < start + Functions.Length) return null;
        var name = Uri.UnescapeDataString(call.Path[(start + Functions.Length)..end]);
        return IsFunction(name) ? name : $"arn:{call.Place.Partition}:lambda:{call.Place.Region}:{call.Place.AccountId}:function:{name}";
    }
}
