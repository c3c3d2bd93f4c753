using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Rest.UsagePlans;

/// <summary>The API key that a request came with, and the usage plan that opens the stage to it.</summary>
/// <param name="Meter">Counts what the key is used for.</param>
internal sealed record KeyUse(ApiKey Key, UsagePlanState Plan, UsageMeter Meter);
