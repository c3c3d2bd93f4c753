using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on what a method may answer.</summary>
internal static class MethodResponseOperations
{
    private const string StatusCode = "status_code";

    private static readonly Patcher<RestMethodResponse> Patcher = new(
        "updateMethodResponseInput", RestJson.Default.RestMethodResponse, PatchWording.Short,
        new("/responseParameters/*", PatchValue.Boolean), new("/responseModels/*") { Missing = "Content-Type specified was not found" });

    public static Answer Put(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestMethodResponse)
        from found in call.Method()
        let response = Normal(request with { StatusCode = call.Path[StatusCode] })
        from free in response.Unless(found.Method.MethodResponses?.ContainsKey(response.StatusCode!) == true ? Answer.Conflict("Response already exists for this resource") : null)
        select Keep(call, found, free)).Answer(201, RestJson.Default.RestMethodResponse);

    public static Answer Get(OperationCall call) => (
        from found in call.Method()
        from response in Response(call, found)
        select response).Answer(200, RestJson.Default.RestMethodResponse);

    /// <summary>AWS's model says 201 for this one Update.</summary>
    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from found in call.Method()
        from before in Response(call, found)
        from response in Patcher.Apply(before, patch)
        select Keep(call, found, Normal(response))).Answer(201, RestJson.Default.RestMethodResponse);

    public static Answer Delete(OperationCall call) => (
        from found in call.Method()
        from response in Response(call, found)
        select Keep(call, found, RestMaps<RestMethodResponse>.Without(found.Method.MethodResponses, response.StatusCode!))).Answer(204);

    private static Outcome<RestMethodResponse> Response(OperationCall call, FoundMethod found) =>
        (found.Method.MethodResponses?.GetValueOrDefault(call.Path[StatusCode])).Or(Answer.NotFound("Invalid Response status code specified"));

    private static RestMethodResponse Keep(OperationCall call, FoundMethod found, RestMethodResponse response)
    {
        Keep(call, found, RestMaps<RestMethodResponse>.With(found.Method.MethodResponses, response.StatusCode!, response));
        return response;
    }

    private static RestMethod Keep(OperationCall call, FoundMethod found, ImmutableSortedDictionary<string, RestMethodResponse>? responses) =>
        call.Keep(found.Resource, found.Method with { MethodResponses = responses });

    private static RestMethodResponse Normal(RestMethodResponse response) => response with
    {
        ResponseParameters = RestMaps<bool>.NullIfEmpty(response.ResponseParameters),
        ResponseModels = RestMaps<string>.NullIfEmpty(response.ResponseModels),
    };
}
