using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services.FirstClass;

/// <summary>
/// From the parameters of a first-class integration to a request of the service, in the form that REST APIs' AWS integrations have. What AWS itself sends is not to
/// be seen; this is the service's documented protocol, JSON but for AppConfig.
/// </summary>
internal static class FirstClassRequests
{
    private const string Region = "Region";

    /// <summary>The request, or why there is none.</summary>
    /// <param name="call">A request with a subtype and parameters.</param>
    /// <param name="apiRegion">The region of the API, where no parameter says another.</param>
    public static FirstClassResult Of(BackendRequest call, string apiRegion)
    {
        if (FirstClassAction.Find(call.Subtype ?? "") is not { } action) return GatewayFault.Misconfigured($"AWS has no first-class integration {call.Subtype}.");
        var region = call.Parameters.TryGetValue(Region, out var asked) ? asked : apiRegion;
        // It becomes part of a host name.
        if (region.Length == 0 || !region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) return FirstClassResult.BadParameter($"\"{region}\" is no region.");
        var members = new JsonObject();
        foreach (var parameter in action.Parameters)
        {
            if (Refusal(parameter, call.Parameters, members) is { } detail) return FirstClassResult.BadParameter(detail);
        }
        return action.Entry.Rest.Protocol == RestProtocol.Rest ? Rest(action, region, call.Parameters) : Json(action, region, call.Parameters, members);
    }

    private static string? Refusal(FirstClassParameter parameter, ValueMap<string> parameters, JsonObject members)
    {
        if (!parameters.TryGetValue(parameter.Name, out var text) || text.Length == 0)
            return parameter.IsRequired ? $"{parameter.Name} is required, and its source has no value." : null;
        if (ParameterValue.Of(parameter.Shape, text) is not { } value) return $"{parameter.Name} is not {ParameterValue.Wanted(parameter.Shape)}.";
        members[parameter.OnTheWire] = value;
        return null;
    }

    private static BackendRequest Json(FirstClassAction action, string region, ValueMap<string> parameters, JsonObject members)
    {
        var rest = action.Entry.Rest;
        var body = rest.Wrap is { } list ? new JsonObject { [list] = new JsonArray(members) } : members;
        var contentType = rest.Protocol == RestProtocol.Json10 ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";
        var tail = rest.Service == "sqs" ? $"path{QueuePath(parameters["QueueUrl"])}" : rest.Tail;
        return new BackendRequest
        {
            Uri = Uri(region, rest.Service, tail),
            Method = rest.Method,
            Headers = NamedValues.Headers(("Content-Type", contentType), ("X-Amz-Target", rest.Target!)),
            Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
        };
    }

    private static BackendRequest Rest(FirstClassAction action, string region, ValueMap<string> parameters)
    {
        var (rest, given) = (action.Entry.Rest, action.Entry.Given);
        var tail = given.Aggregate(rest.Tail, (t, g) => t.Replace(g.Value, System.Uri.EscapeDataString(parameters[g.Key]), StringComparison.Ordinal));
        var query = action.Parameters.Where(p => !given.ContainsKey(p.OnTheWire) && parameters.ContainsKey(p.Name)).Select(p => new NameValue(p.OnTheWire, parameters[p.Name]));
        return new BackendRequest { Uri = Uri(region, rest.Service, tail), Method = rest.Method, Query = NamedValues.Query(query) };
    }

    private static string Uri(string region, string service, string tail) => $"arn:{Partitions.OfRegion(region)}:apigateway:{region}:{service}:{tail}";

    /// <summary>The account and the name of a queue, which the end of its address says; whoever asks for more than that is answered by the service.</summary>
    private static string QueuePath(string queueUrl) =>
        queueUrl.Split('/') is [.., var account, var name] && IsPlain(account) && IsPlain(name) ? $"/{account}/{name}" : "/";

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && text.Any(char.IsAsciiLetterOrDigit);
}
