using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services;

/// <summary>What came of a call: the backend's answer, or why there is none.</summary>
internal readonly record struct BackendResult(BackendResponse? Response, GatewayFault? Fault)
{
    public static implicit operator BackendResult(BackendResponse response) => new(response, null);

    public static implicit operator BackendResult(GatewayFault fault) => new(null, fault);
}
