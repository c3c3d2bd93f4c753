using System.Globalization;
using System.Text;
using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Gateway.Rest;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway;

/// <summary>API Gateway's own answers, as the API customises them.</summary>
public static class GatewayResponses
{
    private const string ErrorTypeHeader = "x-amzn-ErrorType";
    /// <summary>The answer to a request that fails in API Gateway itself: the case's own response, else that of its class, else AWS's.</summary>
    public static ClientResponse Answer(ApiModel api, GatewayRequest request, GatewayFault fault)
    {
        if (api.Protocol == ApiProtocol.HTTP) return Plain(HttpFaults.Of(fault));
        var custom = Custom(api, fault);
        var template = Template(custom, request, fault);
        var variables = new SubstitutedVariables(request, fault);
        return new ClientResponse
        {
            StatusCode = int.TryParse(custom?.StatusCode, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : fault.StatusCode,
            Headers = Mapped(custom, request, NamedValues.Headers((ErrorTypeHeader, fault.ErrorType))).SetDefault("Content-Type", template.ContentType),
            Body = Encoding.UTF8.GetBytes(variables.Fill(template.Text)),
            Fault = fault,
        };
    }

    /// <summary>HTTP APIs customise nothing.</summary>
    private static ClientResponse Plain(GatewayFault fault) => new()
    {
        StatusCode = fault.StatusCode,
        Headers = NamedValues.Headers(("Content-Type", MediaType.Json)),
        Body = Encoding.UTF8.GetBytes($$"""{"message":{{JsonTexts.Quote(fault.Message)}}}"""),
        Fault = fault,
    };

    private static GatewayResponseModel? Custom(ApiModel api, GatewayFault fault)
    {
        var byClass = fault.StatusCode < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
        GatewayResponseModel? found = null;
        foreach (var response in api.GatewayResponses)
        {
            if (response.ResponseType == fault.ResponseType) return response;
            if (response.ResponseType == byClass) found = response;
        }
        return found;
    }

    private static (string Text, string ContentType) Template(GatewayResponseModel? custom, GatewayRequest request, GatewayFault fault)
    {
        if (custom is null) return (DefaultTemplate(fault.MessageName), MediaType.Json);
        if (custom.ResponseTemplates.Count == 0) return (DefaultTemplate("message"), MediaType.Json);
        var accepted = MediaType.Of(request.Headers.Last("Accept"));
        if (MediaType.Find(custom.ResponseTemplates, accepted) is { } wanted) return (wanted, accepted);
        if (custom.ResponseTemplates.TryGetValue(MediaType.Json, out var json)) return (json, MediaType.Json);
        var first = custom.ResponseTemplates.First();
        return (first.Value, first.Key);
    }

    private static string DefaultTemplate(string name) => $$"""{"{{name}}":$context.error.messageString}""";

    private static NamedValues Mapped(GatewayResponseModel? custom, GatewayRequest request, NamedValues headers)
    {
        if (custom is null) return headers;
        var input = new MappingInput(request);
        foreach (var header in MappedParameters.Of(ParameterMapping.Parse(custom.ResponseParameters), input).Headers)
            headers = headers.Set(header.Name, header.Value);
        return headers;
    }
}
