using DirectRoute.Local.Services;

namespace DirectRoute.Local.ControlPlane;

/// <summary>What an operation may use that takes time.</summary>
/// <param name="Backends">Calls what integrations call.</param>
/// <param name="Clock">The clock of everything.</param>
internal sealed record OperationServices(Backends Backends, TimeProvider Clock);
