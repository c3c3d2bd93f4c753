using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane;

/// <summary>An answer that takes time: it is made after the region's lock was given back, from immutable values that were read under it.</summary>
/// <param name="Make">Makes the answer.</param>
internal sealed record LaterAnswer(Func<OperationServices, CancellationToken, ValueTask<Answer>> Make) : Answer(Status: 0);
