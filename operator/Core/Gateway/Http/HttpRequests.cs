using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway.Rest;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>The way of a request through an HTTP API: parameters of a first-class service, or the request itself with mappings.</summary>
internal static class HttpRequests
{
    public static BackendCall Map(PreparedRoute route, GatewayRequest request)
    {
        var input = new HttpInput(request);
        if (route.Integration.Subtype is { } subtype) return new BackendCall(Service(route, subtype, input));
        return new BackendCall(route.Integration.Type == IntegrationType.AWS_PROXY ? Function(route, input) : Forwarded(route, input));
    }

    private static BackendRequest Service(PreparedRoute route, string subtype, HttpInput input)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mapping in route.HttpRequest)
        {
            if (mapping.Value.Read(input) is { } value) parameters[mapping.Name] = value;
        }
        return new BackendRequest { Subtype = subtype, Parameters = parameters.ToValueMap() };
    }

    /// <summary>The parts that the event of a Lambda function is made of: the request, mapped. There is no path to call, so that a mapping of it has nothing to change.</summary>
    private static BackendRequest Function(PreparedRoute route, HttpInput input)
    {
        var (headers, query) = (input.Request.Headers, input.Request.Query);
        foreach (var mapping in route.HttpRequest)
        {
            if (mapping.Target == HttpMappingTarget.Header && !ReservedHeaders.Contain(mapping.Name)) headers = mapping.Apply(headers, input);
            if (mapping.Target == HttpMappingTarget.QueryString) query = mapping.Apply(query, input);
        }
        return new BackendRequest
        {
            Uri = UriTemplate.Bind(route.Integration.Uri ?? "", default, input.Request.StageVariables),
            Method = "POST",
            Headers = headers,
            Query = query,
            Body = input.Request.Body,
        };
    }

    private static BackendRequest Forwarded(PreparedRoute route, HttpInput input)
    {
        var request = input.Request;
        var headers = ReservedHeaders.Forwarded(request.Headers).Remove("Host");
        var query = request.Query;
        string? path = null;
        foreach (var mapping in route.HttpRequest)
        {
            if (mapping.Target == HttpMappingTarget.Header && !ReservedHeaders.Contain(mapping.Name)) headers = mapping.Apply(headers, input);
            if (mapping.Target == HttpMappingTarget.QueryString) query = mapping.Apply(query, input);
            if (mapping.Target == HttpMappingTarget.Path) path = mapping.Value.Read(input);
        }
        var uri = UriTemplate.Bind(route.Integration.Uri ?? "", Escaped(request.PathParameters), request.StageVariables);
        return new BackendRequest
        {
            Uri = path is null ? uri : WithPath(uri, path),
            Method = route.Integration.HttpMethod is null or "ANY" ? request.Method : route.Integration.HttpMethod,
            Headers = headers,
            Query = query,
            Body = request.Body,
        };
    }

    /// <summary>Variables are decoded, and an address has them encoded again: so none ends the path of the address.</summary>
    private static ValueMap<string> Escaped(ValueMap<string> variables) =>
        variables.Select(v => KeyValuePair.Create(v.Key, string.Join('/', v.Value.Split('/').Select(Uri.EscapeDataString)))).ToValueMap();

    private static string WithPath(string uri, string path)
    {
        var authority = uri.IndexOf("://", StringComparison.Ordinal);
        var start = authority < 0 ? -1 : uri.IndexOf('/', authority + 3);
        return $"{(start < 0 ? uri : uri[..start])}/{path.TrimStart('/')}";
    }
}
