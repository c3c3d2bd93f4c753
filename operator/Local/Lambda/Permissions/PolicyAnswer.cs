using System.Text.Json;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.Lambda.Permissions;

/// <summary>Reads the answer of Lambda's GetPolicy: an object whose member <c>Policy</c> is the policy's text.</summary>
internal static class PolicyAnswer
{
    private const string PolicyName = "the function's policy";
    private const string NotFound = "ResourceNotFoundException";
    private const int MaxShown = 200;

    public static FunctionPolicyLookup Read(BackendResponse response) => response.StatusCode switch
    {
        200 when PolicyIn(response.Body) is { } policy => new FunctionPolicyLookup.Found(IamPolicy.Parse(PolicyName, policy)),
        200 => new FunctionPolicyLookup.Failed("GetPolicy was answered without a policy"),
        // An endpoint that does not know the operation may answer 404, too; but not with Lambda's code.
        404 when IsLambdas(response) => new FunctionPolicyLookup.Missing(),
        _ => new FunctionPolicyLookup.Failed($"GetPolicy was answered with status {response.StatusCode}: {Shown(response.Text)}"),
    };

    private static string? PolicyIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("Policy", out var policy) && policy.ValueKind == JsonValueKind.String
                ? policy.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // no JSON, or text that is no Unicode
        }
    }

    /// <summary>The code is in a header on AWS, and in the body of emulators.</summary>
    private static bool IsLambdas(BackendResponse response) =>
        response.Headers.Last("x-amzn-ErrorType")?.Contains(NotFound, StringComparison.Ordinal) == true || response.Text.Contains(NotFound, StringComparison.Ordinal);

    private static string Shown(string text) => text.Length <= MaxShown ? text : $"{text.AsSpan(0, MaxShown)}...";
}
