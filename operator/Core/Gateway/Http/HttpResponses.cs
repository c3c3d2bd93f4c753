using System.Globalization;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>The way of a backend's answer through an HTTP API: as it is, with the mappings of its status.</summary>
internal static class HttpResponses
{
    public static ClientResponse Map(PreparedRoute route, GatewayRequest request, BackendResponse response)
    {
        var status = response.StatusCode;
        var headers = ReservedHeaders.Forwarded(response.Headers);
        if (route.HttpResponses.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var mappings))
        {
            var input = new HttpInput(request, response);
            foreach (var mapping in mappings)
            {
                if (mapping.Target == HttpMappingTarget.Header && !ReservedHeaders.Contain(mapping.Name)) headers = mapping.Apply(headers, input);
                if (mapping.Target == HttpMappingTarget.StatusCode) status = Status(mapping.Value.Read(input)) ?? status;
            }
        }
        return new ClientResponse { StatusCode = status, Headers = headers, Body = response.Body };
    }

    private static int? Status(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null;
}
