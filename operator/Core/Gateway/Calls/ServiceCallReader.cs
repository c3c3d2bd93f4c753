using System.Collections.Frozen;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>From a mapped request to the call that the service reads from it.</summary>
internal static class ServiceCallReader
{
    private const string Target = "X-Amz-Target";
    private const string Form = "application/x-www-form-urlencoded";
    private const int MaxForm = 1024 * 1024;

    /// <summary>IAM's names of services, where they differ from those of their hosts.</summary>
    private static readonly FrozenDictionary<string, string> Services = new Dictionary<string, string>
    {
        ["email"] = "ses",
        ["runtime.sagemaker"] = "sagemaker",
        ["iotdata"] = "iot",
        ["monitoring"] = "cloudwatch",
        ["lambda"] = LambdaCalls.Service,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ActionEntry> BySubtype = ActionCatalogue.All.Where(e => e.Http is not null).ToFrozenDictionary(e => e.Http!.Subtype, StringComparer.Ordinal);

    private static readonly FrozenSet<string> JsonServices =
        ActionCatalogue.All.Where(e => e.Rest.Target is not null).Select(e => e.Action.Split(':')[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The entries that only method and path tell.</summary>
    private static readonly ValueList<ActionEntry> ByPath = ActionCatalogue.All.Where(e => e.Rest.Protocol == RestProtocol.Rest).ToValueList();

    /// <summary>The call; null when the request is not one to a service of AWS.</summary>
    public static ServiceCall? Read(BackendRequest request, CallPlace place)
    {
        if (request.Subtype is { } subtype) return FirstClass(subtype, request, place);
        if (request.Uri is not { } address) return null;
        if (LambdaCalls.IsFunction(address)) return Named(LambdaCalls.Service, null, place, new CallArguments(), ErrorStyle.RestJson) with { Path = address };
        return ServiceUri.Parse(address) is { } uri ? Read(uri, request, place with { Partition = uri.Partition, Region = uri.Region }) : null;
    }

    private static ServiceCall FirstClass(string subtype, BackendRequest request, CallPlace place)
    {
        var entry = BySubtype.GetValueOrDefault(subtype);
        // The integration's names begin with capitals, those of the action may not.
        var arguments = new CallArguments { Fields = NamedValues.Headers(request.Parameters.Select(p => new NameValue(p.Key, p.Value))) };
        var region = request.Parameters.TryGetValue("Region", out var own) && own.Length > 0 ? own : place.Region;
        var name = subtype.Split('-', 2);
        var call = Named(name[0].ToLowerInvariant(), name.Length == 2 ? name[1] : null, place with { Region = region }, arguments, ErrorStyle.Json);
        return entry is null ? call : Of(entry, call);
    }

    private static ServiceCall Read(ServiceUri uri, BackendRequest request, CallPlace place)
    {
        var question = uri.Path.IndexOf('?', StringComparison.Ordinal);
        var fields = NamedValues.Query([.. question < 0 ? [] : FormFields.Read(uri.Path[(question + 1)..]), .. request.Query]);
        var service = Services.GetValueOrDefault(uri.Service, uri.Service);
        var arguments = new CallArguments { Fields = fields, Headers = request.Headers };
        var call = Named(service, null, place, arguments, ErrorStyle.RestJson) with { Method = request.Method, Path = question < 0 ? uri.Path : uri.Path[..question] };
        if (uri is { Service: S3Calls.Service }) return call with { ErrorStyle = ErrorStyle.RestXml, Path = uri.Subdomain is { } bucket ? $"/{bucket}{call.Path}" : call.Path };
        if (service == LambdaCalls.Service) return call;
        if (request.Headers.Last(Target) is { } target) return Json(call, target[(target.LastIndexOf('.') + 1)..], request);
        var form = MediaTypeOf(request) == Form && request.Body.Length <= MaxForm ? FormFields.Read(request.Text) : [];
        if (form.Concat(fields).FirstOrDefault(f => f.Name == "Action").Value is { } action)
            return Query(call with { Arguments = arguments with { Fields = NamedValues.Query([.. form, .. fields]) } }, action, request);
        if (uri.Action is { } named) return JsonServices.Contains(service) ? Json(call, named, request) : Query(call, named, request);
        return Rest(call);
    }

    private static ServiceCall Json(ServiceCall call, string action, BackendRequest request)
    {
        var entry = ActionCatalogue.Find($"{call.Service}:{action}");
        var arguments = call.Arguments with { Json = BoundedJson.Parse(request.Text), Wrap = entry?.Rest.Wrap, Path = Places(entry, call.Path) };
        return call with { Action = action, Entry = entry, Arguments = arguments, ErrorStyle = ErrorStyle.Json };
    }

    private static ServiceCall Query(ServiceCall call, string action, BackendRequest request)
    {
        var entry = ActionCatalogue.Find($"{call.Service}:{action}") is { } found ? found.Query ?? found : null;
        // Services of the query protocol answer JSON to who asks for it, as API Gateway does unless a mapping says another thing.
        var style = request.Headers.Last("Accept")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? ErrorStyle.QueryJson : ErrorStyle.QueryXml;
        return call with { Action = action, Entry = entry, Arguments = call.Arguments with { Path = Places(entry, call.Path) }, ErrorStyle = style };
    }

    private static ServiceCall Rest(ServiceCall call)
    {
        foreach (var entry in ByPath)
        {
            if (!entry.Action.StartsWith(call.Service + ":", StringComparison.Ordinal) || entry.Rest.Method != call.Method) continue;
            if (Places(entry, call.Path) is { Count: > 0 } places) return Of(entry, call with { Arguments = call.Arguments with { Path = places } });
        }
        return call;
    }

    private static ServiceCall Of(ActionEntry entry, ServiceCall call)
    {
        var parts = entry.Action.Split(':', 2);
        return call with { Service = parts[0], Action = parts[1], Entry = entry, ErrorStyle = entry.ErrorStyle };
    }

    private static ServiceCall Named(string service, string? action, CallPlace place, CallArguments arguments, ErrorStyle style) =>
        new() { Service = service, Action = action, Place = place, Arguments = arguments, ErrorStyle = style };

    private static ValueMap<string> Places(ActionEntry? entry, string path) =>
        entry?.Rest.Tail is { } tail && tail.StartsWith("path/", StringComparison.Ordinal) && CatalogueText.Read(tail["path".Length..], path) is { } places
            ? places.Select(p => KeyValuePair.Create(p.Key, Uri.UnescapeDataString(p.Value))).ToValueMap() : default;

    private static string? MediaTypeOf(BackendRequest request) => request.Headers.Last("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant();
}
