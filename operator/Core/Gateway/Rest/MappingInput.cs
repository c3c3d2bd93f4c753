using DirectRoute.Core.Gateway.Templates;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>What parameter mappings read from.</summary>
internal sealed class MappingInput(GatewayRequest request, BackendResponse? response = null)
{
    public GatewayRequest Request => request;
    public BackendResponse? Response => response;
    public JsonBody RequestBody { get; } = new(() => request.Text);
    public JsonBody ResponseBody { get; } = new(() => response?.Text ?? "");
}
