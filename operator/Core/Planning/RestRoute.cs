using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>The calls that make and change one method of a REST API.</summary>
internal static class RestRoute
{
    /// <summary>Method and method responses before the integration, because a mapping may only name what they declare.</summary>
    public static ValueList<AwsCall> Create(RouteModel route)
    {
        var key = new RouteKey(route.Method, route.Path);
        return
        [
            new RestCall.PutMethod(key, MethodSettings.Of(route)),
            .. route.Responses.Select(r => new RestCall.PutMethodResponse(key, r)),
            .. Integration(key, route.Integration),
        ];
    }

    /// <summary>The fewest calls from one normal form to the other; what is sent is the declared form.</summary>
    public static ValueList<AwsCall> Update(RouteModel from, RouteModel to, RouteModel declared) =>
        MethodChanges(from, to) ? Recreate(declared) : [.. Responses(from, to, declared)];

    /// <summary>
    /// API Gateway refuses a second PutMethod or PutMethodResponse, and what it can patch of them depends on what the integration maps:
    /// a method whose declarations change is put anew.
    /// </summary>
    private static ValueList<AwsCall> Recreate(RouteModel route) =>
        [new RestCall.DeleteMethod(new(route.Method, route.Path)), .. Create(route)];

    private static bool MethodChanges(RouteModel from, RouteModel to) =>
        MethodSettings.Of(from) != MethodSettings.Of(to)
        || from.Responses.Any(r => to.Responses.Any(other => other.StatusCode == r.StatusCode && other != r));

    private static IEnumerable<AwsCall> Responses(RouteModel from, RouteModel to, RouteModel declared)
    {
        var key = new RouteKey(to.Method, to.Path);
        var added = declared.Responses.Where(r => from.Responses.All(old => old.StatusCode != r.StatusCode)).Select(r => new RestCall.PutMethodResponse(key, r));
        var removed = from.Responses.Where(r => to.Responses.All(other => other.StatusCode != r.StatusCode)).Select(r => new RestCall.DeleteMethodResponse(key, r.StatusCode));
        var replaced = from.Integration with { Responses = [] } != to.Integration with { Responses = [] };
        return [.. added, .. replaced ? Integration(key, declared.Integration) : IntegrationResponses(key, from, to, declared), .. removed];
    }

    /// <summary>Putting an integration drops the responses of the one before.</summary>
    private static IEnumerable<AwsCall> Integration(RouteKey key, IntegrationModel integration) =>
    [
        new RestCall.PutIntegration(key, integration),
        .. integration.Responses.Select(r => new RestCall.PutIntegrationResponse(key, r)),
    ];

    /// <summary>Deleted before others are put, because two may not have one selection pattern.</summary>
    private static IEnumerable<AwsCall> IntegrationResponses(RouteKey key, RouteModel from, RouteModel to, RouteModel declared)
    {
        var old = from.Integration.Responses;
        var wanted = to.Integration.Responses;
        var removed = old.Where(r => wanted.All(w => w.StatusCode != r.StatusCode)).Select(r => new RestCall.DeleteIntegrationResponse(key, r.StatusCode));
        var changed = wanted.Where(w => !old.Contains(w)).Select(w => w.StatusCode).ToHashSet(StringComparer.Ordinal);
        return [.. removed, .. declared.Integration.Responses.Where(r => changed.Contains(r.StatusCode)).Select(r => new RestCall.PutIntegrationResponse(key, r))];
    }
}
