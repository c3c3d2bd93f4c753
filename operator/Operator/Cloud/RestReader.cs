using Amazon.APIGateway.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using Authorization = DirectRoute.Core.Model.AuthorizationType;

namespace DirectRoute.Operator.Cloud;

/// <summary>From what API Gateway answers about a REST API to the model.</summary>
internal static class RestReader
{
    private const int DefaultTimeout = 29_000;

    /// <summary>A method as a route. A method without an integration has <see cref="ObservedApi.NoIntegration"/>.</summary>
    public static RouteModel Route(RouteMethod method, string path, Method answer) => new()
    {
        Method = method,
        Path = path,
        // What we cannot name differs from all that can be declared.
        Authorization = Enum.TryParse<Authorization>(answer.AuthorizationType, out var type) ? type : Authorization.CUSTOM,
        RequestParameters = Map(answer.RequestParameters),
        Responses = (answer.MethodResponses ?? []).Select(r => Response(r.Key, r.Value)).OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList(),
        Integration = answer.MethodIntegration is null ? ObservedApi.NoIntegration : Integration(answer.MethodIntegration),
    };

    public static StageModel Stage(Stage stage) => new()
    {
        Name = stage.StageName!,
        Description = NullIfEmpty(stage.Description),
        Variables = Map(stage.Variables),
    };

    /// <summary>REST maps can hold null for empty.</summary>
    public static ValueMap<string> Map(Dictionary<string, string>? map) =>
        (map ?? []).Select(e => KeyValuePair.Create(e.Key, e.Value ?? "")).ToValueMap();

    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static ValueMap<bool> Map(Dictionary<string, bool>? map) => (map ?? []).ToValueMap();

    private static MethodResponseModel Response(string status, MethodResponse response) =>
        new() { StatusCode = status, ResponseParameters = Map(response.ResponseParameters) };

    private static IntegrationModel Integration(Integration answer) => new()
    {
        Type = Enum.TryParse<Core.Model.IntegrationType>(answer.Type?.Value, out var type) ? type : Core.Model.IntegrationType.MOCK,
        Uri = NullIfEmpty(answer.Uri),
        HttpMethod = NullIfEmpty(answer.HttpMethod),
        Credentials = NullIfEmpty(answer.Credentials),
        RequestParameters = Map(answer.RequestParameters),
        RequestTemplates = Map(answer.RequestTemplates),
        PassthroughBehavior = Enum.TryParse<PassthroughBehavior>(answer.PassthroughBehavior, out var behavior) ? behavior : PassthroughBehavior.WHEN_NO_MATCH,
        TimeoutInMillis = answer.TimeoutInMillis ?? DefaultTimeout,
        Responses = (answer.IntegrationResponses ?? []).Select(r => Response(r.Key, r.Value)).OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList(),
    };

    private static IntegrationResponseModel Response(string status, IntegrationResponse response) => new()
    {
        StatusCode = status,
        SelectionPattern = NullIfEmpty(response.SelectionPattern),
        ResponseParameters = Map(response.ResponseParameters),
        ResponseTemplates = Map(response.ResponseTemplates),
    };
}
