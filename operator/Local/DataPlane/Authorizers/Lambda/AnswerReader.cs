using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.Lambda;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>Reads what the function of an authorizer answers: a policy for a principal, or on HTTP APIs yes or no.</summary>
internal static class AnswerReader
{
    private const string PolicyName = "the authorizer's policy";

    public static AuthorizerAnswer Read(BackendResponse response, AuthorizerModel authorizer, bool isHttp)
    {
        var json = BoundedJson.Parse(System.Text.Encoding.UTF8.GetString(response.Body.Span));
        if (response.Headers.Contains(FunctionErrors.Header)) return Failed(json);
        if (json is not { ValueKind: JsonValueKind.Object } answer) return Wrong("it is no JSON object");
        if (ContextOf(answer, isHttp) is not { } context) return Wrong("context must be an object, whose members on a REST API are texts, numbers and booleans");
        if (isHttp && authorizer.EnableSimpleResponses) return Simple(answer, context);
        if (Text(answer, "principalId") is not { } principal && !isHttp) return Wrong("principalId is missing");
        if (!answer.TryGetProperty("policyDocument", out var document) || document.ValueKind != JsonValueKind.Object) return Wrong("policyDocument is missing");
        var policy = IamPolicy.Parse(PolicyName, document.GetRawText());
        if (policy.Fault is { } fault) return Wrong($"policyDocument cannot be read: {fault}");
        if (Text(answer, "principalId") is { } named) context["principalId"] = named;
        return new AuthorizerAnswer { Policy = policy, Context = context, UsageIdentifierKey = Text(answer, "usageIdentifierKey") };
    }

    /// <summary>A function that fails with the one word <c>Unauthorized</c> says that nobody showed who calls.</summary>
    private static AuthorizerAnswer Failed(JsonElement? error)
    {
        var message = error is { ValueKind: JsonValueKind.Object } json ? Text(json, "errorMessage") : null;
        return AuthorizerAnswer.Failed(message == "Unauthorized"
            ? AuthorizerFaults.Unauthorized("The authorizer's function failed with Unauthorized.")
            : AuthorizerFaults.Failure($"The authorizer's function failed: {message}"));
    }

    private static AuthorizerAnswer Simple(JsonElement answer, JsonObject context)
    {
        if (!answer.TryGetProperty("isAuthorized", out var flag) || flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return Wrong("isAuthorized must be true or false");
        return new AuthorizerAnswer { IsAuthorized = flag.GetBoolean(), Context = context };
    }

    /// <summary>REST APIs hand all values on as texts, HTTP APIs as they are. Null when it is no context.</summary>
    private static JsonObject? ContextOf(JsonElement answer, bool isHttp)
    {
        if (!answer.TryGetProperty("context", out var context) || context.ValueKind == JsonValueKind.Null) return [];
        if (context.ValueKind != JsonValueKind.Object) return null;
        var tree = new JsonObject();
        foreach (var member in context.EnumerateObject())
        {
            if (!isHttp && member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return null;
            tree[member.Name] = isHttp ? JsonNode.Parse(member.Value.GetRawText()) : JsonTexts.Of(member.Value);
        }
        return tree;
    }

    private static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static AuthorizerAnswer Wrong(string what) => AuthorizerAnswer.Failed(AuthorizerFaults.Misconfigured($"The answer of the authorizer's function cannot be used: {what}."));
}
