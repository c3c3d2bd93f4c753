using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Model;

/// <summary>What API Gateway answers by itself, without a backend.</summary>
public sealed record GatewayResponseModel
{
    /// <summary>AWS's name of the case, such as <c>DEFAULT_4XX</c> or <c>UNSUPPORTED_MEDIA_TYPE</c>.</summary>
    public required string ResponseType { get; init; }

    /// <summary>Three digits; null keeps the status of the case.</summary>
    public string? StatusCode { get; init; }

    /// <summary>Headers, such as <c>gatewayresponse.header.Access-Control-Allow-Origin</c>: a quoted text or a source.</summary>
    public ValueMap<string> ResponseParameters { get; init; }

    /// <summary>Bodies by content type. Variables are replaced; it is not VTL.</summary>
    public ValueMap<string> ResponseTemplates { get; init; }
}
