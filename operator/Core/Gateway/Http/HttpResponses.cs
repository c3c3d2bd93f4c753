using System.Globalization;
using DirectRoute.Core.Gateway.Lambda;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>The way of a backend's answer through an HTTP API: as it is, or as a Lambda function says, with the mappings of its status.</summary>
internal static class HttpResponses
{
    public static ClientResponse Map(PreparedRoute route, GatewayRequest request, BackendResponse response)
    {
        if (route.Integration is not { Type: IntegrationType.AWS_PROXY, Subtype: null })
            return Mapped(route, request, response, response.StatusCode, ReservedHeaders.Forwarded(response.Headers), response.Body);
        return LambdaProxyResponse.Http(response, route.Integration.PayloadFormatVersion, out var fault) is { } answer
            ? Mapped(route, request, response, answer.StatusCode, answer.Headers, answer.Body)
            : GatewayResponses.Answer(route.Api, request, fault! with { StatusCode = 500 });
    }

    private static ClientResponse Mapped(
        PreparedRoute route, GatewayRequest request, BackendResponse response, int status, NamedValues headers, ReadOnlyMemory<byte> body)
    {
        if (route.HttpResponses.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var mappings))
        {
            var input = new HttpInput(request, response);
            foreach (var mapping in mappings)
            {
                if (mapping.Target == HttpMappingTarget.Header && !ReservedHeaders.Contain(mapping.Name)) headers = mapping.Apply(headers, input);
                if (mapping.Target == HttpMappingTarget.StatusCode) status = Status(mapping.Value.Read(input)) ?? status;
            }
        }
        return new ClientResponse { StatusCode = status, Headers = CrossOrigin.Headers(route.Api.Cors, request, headers), Body = body };
    }

    private static int? Status(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null;
}
