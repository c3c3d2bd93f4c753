using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on what becomes of an integration's answers.</summary>
internal static class IntegrationResponseOperations
{
    private const string StatusCode = "status_code";

    private static readonly Patcher<RestIntegrationResponse> Patcher = new(
        "updateIntegrationResponseInput", RestJson.Default.RestIntegrationResponse, PatchWording.Short,
        new("/selectionPattern"), new("/contentHandling"), new("/responseParameters/*"), new("/responseTemplates/*") { Missing = "Content-Type specified was not found" });

    public static Answer Put(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestIntegrationResponse)
        from found in call.Integration()
        from response in IntegrationRules.Check(Normal(request with { StatusCode = call.Path[StatusCode] }), found.Method)
        select Keep(call, found, response)).Answer(201, RestJson.Default.RestIntegrationResponse);

    public static Answer Get(OperationCall call) => (
        from found in call.Integration()
        from response in Response(call, found)
        select response).Answer(200, RestJson.Default.RestIntegrationResponse);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from found in call.Integration()
        from before in Response(call, found)
        from changed in Patcher.Apply(before, patch)
        from response in IntegrationRules.Check(Normal(changed), found.Method)
        select Keep(call, found, response)).Answer(200, RestJson.Default.RestIntegrationResponse);

    public static Answer Delete(OperationCall call) => (
        from found in call.Integration()
        from response in Response(call, found)
        select Keep(call, found, RestMaps<RestIntegrationResponse>.Without(found.Integration.IntegrationResponses, response.StatusCode!))).Answer(204);

    private static Outcome<RestIntegrationResponse> Response(OperationCall call, FoundIntegration found) =>
        (found.Integration.IntegrationResponses?.GetValueOrDefault(call.Path[StatusCode])).Or(Answer.NotFound("Invalid Response status code specified"));

    private static RestIntegrationResponse Keep(OperationCall call, FoundIntegration found, RestIntegrationResponse response)
    {
        Keep(call, found, RestMaps<RestIntegrationResponse>.With(found.Integration.IntegrationResponses, response.StatusCode!, response));
        return response;
    }

    private static RestMethod Keep(OperationCall call, FoundIntegration found, ImmutableSortedDictionary<string, RestIntegrationResponse>? responses) =>
        call.Keep(found.Resource, found.Method with { MethodIntegration = found.Integration with { IntegrationResponses = responses } });

    private static RestIntegrationResponse Normal(RestIntegrationResponse response) => response with
    {
        SelectionPattern = string.IsNullOrEmpty(response.SelectionPattern) ? null : response.SelectionPattern,
        ContentHandling = string.IsNullOrEmpty(response.ContentHandling) ? null : response.ContentHandling,
        ResponseParameters = RestMaps<string>.NullIfEmpty(response.ResponseParameters),
        ResponseTemplates = RestMaps<string?>.NullIfEmpty(response.ResponseTemplates),
    };
}
